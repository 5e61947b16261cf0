package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import io.oemingest.client.internal.http.Content;
import io.oemingest.client.internal.http.HttpCall;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.submission.SubmissionFacts;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Has the service judge facts. It keeps nothing of them, so the call is repeated like a reading one. */
final class DryRun {
    /** The service runs all its rules before it answers. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api api;
    private final Retries retries;

    DryRun(Api api, Retries retries) {
        this.api = api;
        this.retries = retries;
    }

    ValidationReport check(ReadSubmission submission) throws IOException {
        String facts = SubmissionFacts.write(submission.contents(), submission.files());
        HttpCall call =
                api.request("POST", "v1/checks").content(Content.json(facts)).patience(PATIENCE);
        return retries.call(() -> {
            try (Answer answer = api.send(call, Set.of(200))) {
                return api.read(answer, ValidationReportJson.class, ReportWire::toModel);
            }
        });
    }
}

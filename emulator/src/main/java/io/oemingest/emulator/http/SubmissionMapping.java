package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.internal.wire.SubmissionJson.FailureJson;
import io.oemingest.core.internal.wire.SubmissionJson.SignedArchiveJson;
import io.oemingest.core.internal.wire.SubmissionJson.StateChangeJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.emulator.engine.SignedArchiveBlob;
import io.oemingest.emulator.engine.StateChange;
import io.oemingest.emulator.engine.Submission;
import io.oemingest.emulator.engine.SubmissionFailure;
import io.oemingest.emulator.engine.SubmissionOrigin;
import io.oemingest.emulator.engine.SubmissionState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's submission as the API shows it. */
final class SubmissionMapping {
    private SubmissionMapping() {}

    /** Without warnings if {@code warnings} is null, as in lists. */
    static SubmissionJson toWire(Submission submission, @Nullable List<Finding> warnings) {
        SubmissionOrigin origin = submission.origin();
        SubmissionTicket first = origin.resubmissionOf();
        return new SubmissionJson(
                submission.ticket().id(),
                submission.state().text(),
                step(submission.history()),
                submission.message(),
                origin.kind().type().text(),
                origin.kind().context().text(),
                origin.kind().product().text(),
                origin.kind().baseline(),
                origin.packageCount(),
                origin.archive().hex(),
                origin.archiveSize(),
                first == null ? null : first.id(),
                submission.received(),
                submission.changed(),
                submission.history().stream()
                        .map(change -> new StateChangeJson(change.state().text(), change.at()))
                        .toList(),
                failure(submission.failure()),
                warnings == null ? null : ReportWire.toWire(warnings),
                archive(submission.signedArchive()));
    }

    /** What the service does, or did before the submission became final. */
    private static String step(List<StateChange> history) {
        SubmissionState last = history.get(history.size() - 1).state();
        if (last == SubmissionState.FAILED && history.size() > 1) {
            last = history.get(history.size() - 2).state();
        }
        return switch (last) {
            case RECEIVED -> "Intake";
            case VALIDATING, FAILED -> "Validation";
            case SIGNING, PENDING_MANUAL_INTERVENTION, SIGNED -> "Signing";
        };
    }

    private static @Nullable FailureJson failure(@Nullable SubmissionFailure failure) {
        return failure == null ? null : new FailureJson(failure.reason().text(), failure.detail());
    }

    private static @Nullable SignedArchiveJson archive(@Nullable SignedArchiveBlob archive) {
        return archive == null
                ? null
                : new SignedArchiveJson(
                        archive.fileName(), archive.size(), archive.sha256().hex());
    }
}

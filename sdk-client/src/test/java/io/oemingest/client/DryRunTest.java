package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service would say is known before anything is uploaded. */
class DryRunTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatTheServiceSaysLaterOfTheSubmissionItself() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            Path archive = service.archive("Camera", 1_000);
            ValidationReport ofFacts = client.check(read("Camera"));
            assertThat(client.submissions().list().items()).isEmpty();
            SubmissionTicket ticket = client.submissions().submit(archive);
            service.emulator.runPendingWork();
            ValidationReport real = client.submissions().validationReport(ticket);

            assertThat(ofFacts.findings()).isEqualTo(real.findings());
            assertThat(ofFacts.skipped())
                    .containsAll(real.skipped())
                    .extracting(SkippedRule::rule)
                    .extracting(Object::toString)
                    .contains("PAR-04", "PKG-18");
        }
    }

    @Test
    void anArchiveIsCheckedByTheFactsThatItHolds() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            PreparedSubmission prepared = service.prepared("Camera", 1_000);

            assertThat(client.check(prepared)).isEqualTo(client.check(read("Camera")));
            assertThat(service.sent.requests())
                    .as("nothing but facts was sent, and nothing of the package")
                    .allMatch(request -> request.path().equals("/v1/checks")
                            && request.body().size() < 10_000);
        }
    }

    @Test
    void aRefusalNamesThePermissionThatIsMissing() throws Exception {
        EmulatedAccount poor = EmulatedAccount.of("Poor", "token-of-poor").withPermissions();
        try (EmulatedService service =
                        new EmulatedService(folder, IngestionEmulator.builder().account(poor));
                IngestionClient client = service.client().token("token-of-poor").build()) {
            service.archive("Camera", 1_000);

            ServiceException refused = catchThrowableOfType(ServiceException.class, () -> client.check(read("Camera")));
            assertThat(refused.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
            assertThat(refused.permission()).isEqualTo("PartialImage");
            assertThat(refused.findings())
                    .extracting(each -> each.rule() + " " + each.evidence())
                    .containsExactly("PAR-01 {permission=PartialImage, account=Poor}");
            assertThat(service.emulator.decisions(refused.correlationId()))
                    .extracting(each -> each.account() + " " + each.lookedUp())
                    .containsExactly("Poor {permission=PartialImage, permissions of the account=none}");
        }
    }

    @Test
    void isRepeatedAfterPassingTroubleSinceItChangesNothing() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client(unavailableTwice(calls)).build()) {
            service.archive("Camera", 1_000);

            assertThat(client.check(read("Camera")).acceptable()).isTrue();
            assertThat(calls).hasValue(3);
        }
    }

    private static Interceptor unavailableTwice(AtomicInteger calls) {
        return chain -> calls.incrementAndGet() > 2
                ? chain.proceed(chain.request())
                : new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(503)
                        .message("Service Unavailable")
                        .body(ResponseBody.create(new byte[0], null))
                        .build();
    }

    private ReadSubmission read(String component) throws IOException {
        return new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new PartialImage.ContextFree(folder.resolve(component), ProductType.WINDOWS_PHONE_BLUE));
    }
}

package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.client.SigningOutcome.Signed;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What client and service agree on beside the content: requests that happen once, and answers that are held back. */
@Timeout(25)
class ConversationTest {
    @TempDir
    private Path folder;

    /** Hands answers on, except that every POST's first answer is lost on the way. */
    private static final class LossyNetwork implements Interceptor {
        final List<Response> posted = new CopyOnWriteArrayList<>();

        @Override
        public Response intercept(Chain chain) throws IOException {
            Response answer = chain.proceed(chain.request());
            if (!answer.request().method().equals("POST")) {
                return answer;
            }
            boolean first = posted.stream()
                    .noneMatch(before ->
                            before.request().url().equals(answer.request().url()));
            posted.add(answer);
            if (first) {
                answer.close();
                throw new IOException("The answer got lost");
            }
            return answer;
        }
    }

    @Test
    void aRequestWhoseAnswerGotLostIsRepeatedWithItsKeyAndHappensOnce() throws Exception {
        LossyNetwork network = new LossyNetwork();
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client(network).build()) {
            SubmissionTicket ticket = client.submissions().submit(service.archive("Camera", 500));

            assertThat(network.posted)
                    .extracting(answer -> answer.request().url().encodedPath(), Response::code)
                    .containsExactly(
                            tuple("/v1/uploads", 201),
                            tuple("/v1/uploads", 201),
                            // Without the key the second answer would be 200: the archive is known.
                            tuple("/v1/submissions", 202),
                            tuple("/v1/submissions", 202));
            assertSame(network.posted.get(0), network.posted.get(1));
            assertSame(network.posted.get(2), network.posted.get(3));
            assertThat(network.posted.get(3).header("Location")).isEqualTo("/v1/submissions/" + ticket);
            assertThat(client.submissions().list().items())
                    .extracting(SubmissionStatus::ticket)
                    .containsExactly(ticket);
        }
    }

    private static void assertSame(Response first, Response again) {
        assertThat(again.request().header("Idempotency-Key"))
                .isNotBlank()
                .isEqualTo(first.request().header("Idempotency-Key"));
        assertThat(again.header("Location")).isNotBlank().isEqualTo(first.header("Location"));
    }

    @Test
    void theServiceHoldsItsAnswerBackUntilThereIsNews() throws Exception {
        List<Response> looks = new CopyOnWriteArrayList<>();
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client(chain -> {
                            Response answer = chain.proceed(chain.request());
                            looks.add(answer);
                            return answer;
                        })
                        .build()) {
            SubmissionTicket ticket = client.submissions().submit(service.archive("Camera", 500));
            looks.clear();
            CompletableFuture<SigningOutcome> outcome =
                    CompletableFuture.supplyAsync(() -> client.submissions().await(ticket, Duration.ofHours(1)));
            waitUntilTheServiceHoldsARequest();
            assertThat(looks).isEmpty();

            service.emulator.runPendingWork();

            assertThat(outcome.get()).isInstanceOf(Signed.class);
            Response held = looks.get(0);
            assertThat(held.request().header("Prefer")).isEqualTo("wait=30");
            assertThat(held.code()).isEqualTo(200);
            assertThat(held.header("Preference-Applied")).isEqualTo("wait=30");
        }
    }

    private static void waitUntilTheServiceHoldsARequest() {
        while (Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .noneMatch(frame -> frame.getMethodName().equals("awaitChange"))) {
            Thread.onSpinWait();
        }
    }
}

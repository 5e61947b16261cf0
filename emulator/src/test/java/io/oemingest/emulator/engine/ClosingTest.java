package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.emulator.store.WorkerThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClosingTest {
    @TempDir
    private Path folder;

    @Test
    void closesInTheMiddleOfSigningAndLeavesNoUnfinishedFile() throws Exception {
        EngineFixture fixture = new EngineFixture(folder.resolve("data"));
        CountDownLatch signing = new CountDownLatch(1);
        fixture.signer.whileSigning = name -> {
            signing.countDown();
            waitForever();
        };
        IngestionEngine engine = fixture.engine(new WorkerThread("test-worker"));
        byte[] archive = new TestArchives(folder).contextFree("Display", "Touch");
        Upload upload = engine.createUpload(EngineFixture.CONTOSO, archive.length, Map.of());
        engine.append(EngineFixture.CONTOSO, upload.id(), 0, EngineFixture.body(archive));
        String ticket = engine.createSubmission(
                        EngineFixture.CONTOSO,
                        upload.id(),
                        Digest.sha256(archive).hex(),
                        null)
                .submission()
                .ticket()
                .id();
        signing.await();
        assertThat(fixture.workFolders()).containsExactly(ticket);
        engine.close();
        assertThat(engine.submission(EngineFixture.CONTOSO, ticket).state()).isEqualTo(SubmissionState.SIGNING);
        assertThat(fixture.workFolders()).isEmpty();
        assertThat(fixture.files()).containsExactly("submissions/" + ticket + "/submission.zip");
    }

    private static void waitForever() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }
}

package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ReasonCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadDeskTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private IngestionEngine engine;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder);
        engine = fixture.engine;
    }

    @Test
    void growsWithEveryPieceUntilComplete() throws Exception {
        Upload upload = engine.createUpload(CONTOSO, 5, Map.of("filename", "a.zip"));
        assertThat(upload)
                .isEqualTo(new Upload(
                        "upload-1",
                        CONTOSO.clientId(),
                        false,
                        5,
                        0,
                        Map.of("filename", "a.zip"),
                        SettableTime.START.plus(Duration.ofDays(1))));
        assertThat(engine.append(CONTOSO, "upload-1", 0, body("abc")).offset()).isEqualTo(3);
        assertThat(engine.append(CONTOSO, "upload-1", 3, body("de")).isComplete())
                .isTrue();
        assertThat(folder.resolve("uploads/upload-1")).hasContent("abcde");
    }

    @Test
    void refusesALengthAboveTheLimitBeforeAnythingIsStored() throws IOException {
        Refused.with(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "The archive has 1048577 bytes, this service takes at most 1048576.",
                false,
                () -> engine.createUpload(CONTOSO, EngineFixture.MAX_ARCHIVE + 1, Map.of()));
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The length of an upload is not negative: -1",
                false,
                () -> engine.createUpload(CONTOSO, -1, Map.of()));
        assertThat(fixture.files()).isEmpty();
    }

    @Test
    void refusesBytesAtAnotherOffset() throws Exception {
        engine.createUpload(CONTOSO, 5, Map.of());
        engine.append(CONTOSO, "upload-1", 0, body("abc"));
        Refused.with(
                ReasonCode.UPLOAD_OFFSET_MISMATCH,
                "The upload upload-1 has come to 3, the request begins at 2.",
                false,
                () -> engine.append(CONTOSO, "upload-1", 2, body("cde")));
        assertThat(engine.upload(CONTOSO, "upload-1").offset()).isEqualTo(3);
    }

    @Test
    void refusesBytesBeyondTheAnnouncedLengthAndCountsNoneOfThem() throws Exception {
        engine.createUpload(CONTOSO, 4, Map.of());
        engine.append(CONTOSO, "upload-1", 0, body("abc"));
        Refused.with(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "More bytes came than the 4 that the upload upload-1 announced.",
                false,
                () -> engine.append(CONTOSO, "upload-1", 3, body("de")));
        assertThat(engine.append(CONTOSO, "upload-1", 3, body("d")).isComplete())
                .isTrue();
        assertThat(folder.resolve("uploads/upload-1")).hasContent("abcd");
    }

    @Test
    void countsWhatArrivedBeforeTheConnectionBroke() throws Exception {
        engine.createUpload(CONTOSO, 6, Map.of());
        UploadBody broken = new UploadBody(new SequenceInputStream(stream("abc"), new BrokenStream()), null);
        assertThatThrownBy(() -> engine.append(CONTOSO, "upload-1", 0, broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThat(engine.upload(CONTOSO, "upload-1").offset()).isEqualTo(3);
        engine.append(CONTOSO, "upload-1", 3, body("def"));
        assertThat(folder.resolve("uploads/upload-1")).hasContent("abcdef");
    }

    @Test
    void countsNothingOfAPieceWhoseDeclaredDigestWasNotReached() throws Exception {
        engine.createUpload(CONTOSO, 6, Map.of());
        Digest declared = Digest.sha256("abcdef".getBytes(StandardCharsets.UTF_8));
        UploadBody broken = new UploadBody(new SequenceInputStream(stream("abc"), new BrokenStream()), declared);
        assertThatThrownBy(() -> engine.append(CONTOSO, "upload-1", 0, broken)).isInstanceOf(IOException.class);
        assertThat(engine.upload(CONTOSO, "upload-1").offset()).isZero();
        Refused.with(
                ReasonCode.DIGEST_MISMATCH,
                "The piece was declared as " + declared + " and is "
                        + Digest.sha256("abcdeX".getBytes(StandardCharsets.UTF_8)) + ". Send it again.",
                false,
                () -> engine.append(CONTOSO, "upload-1", 0, new UploadBody(stream("abcdeX"), declared)));
        assertThat(engine.upload(CONTOSO, "upload-1").offset()).isZero();
        engine.append(CONTOSO, "upload-1", 0, new UploadBody(stream("abcdef"), declared));
        assertThat(folder.resolve("uploads/upload-1")).hasContent("abcdef");
    }

    @Test
    void showsAnUploadToNobodyElse() throws Exception {
        engine.createUpload(CONTOSO, 5, Map.of());
        String detail = "This account has no upload 'upload-1'; it may have expired or become a submission.";
        Refused.with(
                ReasonCode.UPLOAD_DOES_NOT_EXIST,
                detail,
                false,
                () -> engine.upload(EngineFixture.FABRIKAM, "upload-1"));
        Refused.with(
                ReasonCode.UPLOAD_DOES_NOT_EXIST,
                detail,
                false,
                () -> engine.append(EngineFixture.FABRIKAM, "upload-1", 0, body("abc")));
        Refused.with(
                ReasonCode.UPLOAD_DOES_NOT_EXIST,
                detail,
                false,
                () -> engine.discardUpload(EngineFixture.FABRIKAM, "upload-1"));
    }

    @Test
    void refusesNamesThatAreNoneOfItsUploads() {
        for (String id : List.of("", "..", "../x", "upload-9", "a\0b")) {
            assertThat(Refused.by(() -> engine.upload(CONTOSO, id)).reason())
                    .isEqualTo(ReasonCode.UPLOAD_DOES_NOT_EXIST);
        }
    }

    @Test
    void dropsAnUploadThatNobodyContinues() throws Exception {
        engine.createUpload(CONTOSO, 5, Map.of());
        fixture.time.pass(Duration.ofHours(20));
        engine.append(CONTOSO, "upload-1", 0, body("abc"));
        fixture.time.pass(Duration.ofDays(1));
        assertThat(engine.upload(CONTOSO, "upload-1").offset()).isEqualTo(3);
        fixture.time.pass(Duration.ofSeconds(1));
        assertThat(Refused.by(() -> engine.upload(CONTOSO, "upload-1")).reason())
                .isEqualTo(ReasonCode.UPLOAD_DOES_NOT_EXIST);
        engine.createUpload(CONTOSO, 1, Map.of());
        assertThat(fixture.files()).containsExactly("uploads/upload-2");
    }

    @Test
    void discardsAnUploadWithItsBytes() throws Exception {
        fixture.uploaded(CONTOSO, new byte[10]);
        engine.discardUpload(CONTOSO, "upload-1");
        assertThat(fixture.files()).isEmpty();
        assertThat(Refused.by(() -> engine.upload(CONTOSO, "upload-1")).reason())
                .isEqualTo(ReasonCode.UPLOAD_DOES_NOT_EXIST);
    }

    @Test
    void joinsPartsInTheOrderGiven() throws Exception {
        part("abc");
        part("de");
        Upload whole = engine.joinUploads(CONTOSO, List.of("upload-2", "upload-1"), Map.of());
        assertThat(whole.isComplete()).isTrue();
        assertThat(whole.length()).isEqualTo(5);
        assertThat(folder.resolve("uploads/" + whole.id())).hasContent("deabc");
        assertThat(fixture.files()).containsExactly("uploads/" + whole.id());
    }

    @Test
    void refusesToJoinWhatIsNotACompletePart() throws Exception {
        part("abc");
        engine.createUploadPart(CONTOSO, 2, Map.of());
        engine.createUpload(CONTOSO, 0, Map.of());
        Refused.with(
                ReasonCode.UPLOAD_INCOMPLETE,
                "The upload upload-2 has 0 of 2 bytes. Send the rest first.",
                true,
                () -> engine.joinUploads(CONTOSO, List.of("upload-1", "upload-2"), Map.of()));
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The upload upload-3 was not announced as a part.",
                false,
                () -> engine.joinUploads(CONTOSO, List.of("upload-1", "upload-3"), Map.of()));
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "A part is named twice.",
                false,
                () -> engine.joinUploads(CONTOSO, List.of("upload-1", "upload-1"), Map.of()));
        assertThat(engine.upload(CONTOSO, "upload-1").isComplete()).isTrue();
        assertThat(fixture.files()).containsExactly("uploads/upload-1", "uploads/upload-2", "uploads/upload-3");
    }

    @Test
    void refusesPartsThatAreTooLargeTogether() throws Exception {
        byte[] half = new byte[(int) (EngineFixture.MAX_ARCHIVE / 2 + 1)];
        for (int i = 1; i <= 2; i++) {
            engine.createUploadPart(CONTOSO, half.length, Map.of());
            engine.append(CONTOSO, "upload-" + i, 0, EngineFixture.body(half));
        }
        assertThat(Refused.by(() -> engine.joinUploads(CONTOSO, List.of("upload-1", "upload-2"), Map.of()))
                        .reason())
                .isEqualTo(ReasonCode.PAYLOAD_TOO_LARGE);
        assertThat(Files.size(folder.resolve("uploads/upload-1"))).isEqualTo(half.length);
    }

    @Test
    void letsOneRequestAtATimeWorkOnAnUpload() throws Exception {
        engine.createUpload(CONTOSO, 3, Map.of());
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            UploadBody slow = new UploadBody(new SlowStream(reading, goOn), null);
            Future<Upload> first = other.submit(() -> engine.append(CONTOSO, "upload-1", 0, slow));
            reading.await();
            Refused.with(
                    ReasonCode.INVALID_STATE,
                    "Another request is working on the upload upload-1.",
                    true,
                    () -> engine.append(CONTOSO, "upload-1", 0, body("abc")));
            goOn.countDown();
            assertThat(first.get().offset()).isZero();
        } finally {
            other.shutdownNow();
        }
        assertThat(engine.append(CONTOSO, "upload-1", 0, body("abc")).isComplete())
                .isTrue();
    }

    private void part(String content) throws Exception {
        Upload part = engine.createUploadPart(CONTOSO, content.length(), Map.of());
        engine.append(CONTOSO, part.id(), 0, body(content));
    }

    private static UploadBody body(String text) {
        return new UploadBody(stream(text), null);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }

    private static final class SlowStream extends InputStream {
        private final CountDownLatch reading;
        private final CountDownLatch goOn;

        SlowStream(CountDownLatch reading, CountDownLatch goOn) {
            this.reading = reading;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            reading.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }
}

package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.SubmissionArchiveWriter;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestPki;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ingest verify} on a submission of an image's catalog, of which the archive has the head alone. */
class VerifySubmittedImageTest {
    private static final InstantSource TIME = InstantSource.system();

    @TempDir
    private Path folder;

    private Path keys;
    private Path roots;
    private Path image;

    @BeforeEach
    void keysAndImage() throws IOException {
        keys = folder.resolve("keys");
        TestPki pki = TestPki.open(keys, PkiOptions.fast("head"), new SecureRandom(), TIME);
        roots = Files.writeString(folder.resolve("roots.pem"), pki.input().rootPem());
        image = folder.resolve("phone.ffu");
        UUID id = new UUID(1, 2);
        ByteSource content = ByteSource.of("content", "content".repeat(9_000).getBytes(US_ASCII));
        FfuWriter.create(16_384, List.of(new PlatformId("Contoso.Demo.D100")))
                .disk(new FfuDisk(id, "", 4_096, List.of(new FfuPartition("PLAT", id, id, 128, true, content))))
                .writeTo(image, new HashTableCatalogBuilder(TIME));
    }

    @Test
    void provesTheCatalogOfTheHead() throws IOException {
        Run.of("sign", image, "--keys", keys, "--in-place");
        Path archive = submission();

        assertThat(Run.of("verify", archive, "--trust", roots))
                .isEqualTo(new Run(
                        0,
                        archive + ": verified, all signed files of the submission: 1\n" + archive
                                + "!ffu/head.bin: verified, signed by CN=Test Input Platform Key Signer (TEST ONLY),OU=Emulator"
                                + " head,O=OEM Ingestion Emulator (TEST ONLY), EKUs 1.3.6.1.4.1.311.76.5.500\n"
                                + "  warning: the catalog names the hash table by SHA-1, the only form flashers take\n",
                        ""));
    }

    @Test
    void refusesAHeadThatNobodySigned() throws IOException {
        assertThat(Run.of("verify", submission(), "--trust", roots))
                .isEqualTo(new Run(
                        1,
                        "",
                        "ingest: refused (NOT_SIGNED): submission.zip!ffu/head.bin catalog (catalog): is not signed\n"
                                + "  Look at it with 'ingest inspect', then build and sign it again.\n"));
    }

    private Path submission() throws IOException {
        var documents = TestInput.acceptable(Files.createDirectory(folder.resolve("input")))
                .files();
        var read = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new FfuCatalog(
                        documents.updateHistory(), documents.oemInput(), image, ProductType.WINDOWS_PHONE_THRESHOLD));
        Path archive = folder.resolve("submission.zip");
        new SubmissionArchiveWriter(read.contents(), "tests", "1", "{}".getBytes(US_ASCII))
                .writeTo(archive, read.files(), ProgressListener.NONE);
        return archive;
    }
}

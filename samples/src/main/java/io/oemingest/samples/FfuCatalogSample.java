package io.oemingest.samples;

import io.oemingest.client.RetrievedArchive;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.FfuCatalogVerifier;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * The catalog of a full flash update image: the image stays here, only what lies before its payload is submitted, and the
 * signed catalog is put into a copy of the image.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.FfuCatalogSample [WORK-FOLDER]}
 */
public final class FfuCatalogSample {
    private static final UUID PLAT = UUID.fromString("543C031A-4CB6-4897-BFFE-4B485768A8AD");
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(InstantSource.system());

    private FfuCatalogSample() {}

    /** Ends with an exception, and so with a failing exit code, unless the image verifies at the end. */
    public static void main(String... args) throws Exception {
        SampleArguments arguments = SampleArguments.of("ffu-catalog", args);
        try (IngestionEmulator emulator = arguments.emulator()) {
            run(emulator, arguments.input(emulator), arguments.workFolder());
        }
    }

    static Path run(IngestionEmulator emulator, SampleInput input, Path work) throws Exception {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Catalog of an image");
        Path ffu = image(Files.createDirectories(work).resolve("contoso.ffu"));
        SampleService service = new SampleService(emulator, narrator);

        // 1. Every chunk of the image is compared with its hash table; then everything before the payload is packed.
        FfuCatalog submission =
                new FfuCatalog(input.updateHistory(), input.oemInput(), ffu, ProductType.WINDOWS_PHONE_THRESHOLD);
        PreparedSubmission prepared =
                new SubmissionPreparer(PreparerOptions.of("FfuCatalogSample", "1")).prepare(submission, work);
        narrator.say("prepared", prepared.archive() + ", " + Files.size(prepared.archive()) + " bytes");
        narrator.report(prepared.report());

        // 2. Submit, wait, retrieve.
        RetrievedArchive retrieved = service.signed(prepared.archive(), work);

        // 3. Put the signed catalog into a copy of the image. The copy is refused unless the catalog is of this image.
        Path signed = work.resolve("contoso-signed.ffu");
        Files.deleteIfExists(signed);
        try (SignedArchive archive = SignedArchive.open(retrieved.file(), FormatLimits.defaults());
                ByteSource source = ByteSource.open(ffu)) {
            ByteSource catalog = archive.openFile(SignedArchive.CATALOG);
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            new FfuCatalogArea(CATALOGS, ProgressListener.NONE).write(image.truncated(), catalog, signed);
        }

        // 4. See for yourself: who signed it, and that catalog, hash table and every chunk agree.
        verify(signed, service, narrator);
        narrator.say("result", signed + " (verified)");
        narrator.testOnly();
        return signed;
    }

    private static Path image(Path file) throws IOException {
        Files.deleteIfExists(file);
        FfuPartition plat =
                new FfuPartition("PLAT", PLAT, new UUID(1, 1), 16_384, true, new SeededBytes("plat", 1_000_000, 7));
        FfuWriter.create(128 << 10, List.of(new PlatformId("Contoso.MSM8974.One")))
                .osVersion("10.0.10586.107")
                .disk(new FfuDisk(new UUID(1, 2), "", 30_535_680, List.of(plat)))
                .writeTo(file, CATALOGS);
        return file;
    }

    private static void verify(Path file, SampleService service, Narrator narrator) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            SecurityCatalog catalog = SecurityCatalog.read(image.catalog(), FormatLimits.defaults());
            CodeSignature signature = new FfuCatalogVerifier(service.trust()).verify(catalog);
            image.verifyCatalog(CATALOGS);
            narrator.say("signed by", signature.signer().subject());
            narrator.say("chunks", image.verifyChunks(ProgressListener.NONE).checked());
        }
    }
}

package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.CodeSignatures;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedPackageCache;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signs only what changed: the first build's packages are all submitted and their signed forms kept; of the next build,
 * in which one package differs, only that one is submitted, and the image gets the others from the cache.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.PartialSigningSample [WORK-FOLDER]}
 */
public final class PartialSigningSample {
    private final IngestionEmulator emulator;
    private final TrustPolicy trust;
    private final SignedPackageCache cache;
    private final Narrator narrator = new Narrator(System.out);

    private PartialSigningSample(IngestionEmulator emulator, Path cacheFolder) throws IOException {
        this.emulator = emulator;
        trust = TrustPolicy.emulatedRetail(
                emulator.retailRoots(), InstantSource.system().instant());
        cache = SignedPackageCache.open(cacheFolder, trust, FormatLimits.defaults());
    }

    /** Ends with an exception, and so with a failing exit code, unless both images are signed whole. */
    public static void main(String... args) throws Exception {
        Path work = SampleArguments.of("partial-signing", args).workFolder();
        try (IngestionEmulator emulator = IngestionEmulator.builder().start()) {
            PartialSigningSample sample = new PartialSigningSample(emulator, work.resolve("cache"));
            SamplePackages writer = new SamplePackages(emulator::inputSigner, CabinetCompression.MSZIP);
            sample.narrator.title("Partial signing");
            SampleInput build = writer.writeTo(work.resolve("build"), ContosoPhone.packages());
            sample.sign("first build", build.packages(), work.resolve("1"));
            // Written anew, one package has another catalog and signature; the others stay as they are.
            SampleInput changed = writer.writeTo(
                    work.resolve("changed"), List.of(ContosoPhone.packages().get(0)));
            replace(changed.packages(), build.packages());
            sample.sign("next build", build.packages(), work.resolve("2"));
            sample.narrator.testOnly();
        }
    }

    /** Fills {@code image} with the signed form of every package. */
    private void sign(String build, Path packages, Path work) throws Exception {
        Path toSign = Files.createDirectories(work.resolve("to-sign"));
        Path image = Files.createDirectories(work.resolve("image"));
        int known = 0;
        for (Path each : files(packages)) {
            Path signed = find(each);
            known += signed == null ? 0 : 1;
            Files.copy(
                    signed == null ? each : signed,
                    (signed == null ? toSign : image).resolve(each.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        narrator.say(build, known + " packages signed before, " + files(toSign).size() + " to sign");
        submit(toSign, work);
        for (Path each : files(toSign)) {
            Path signed = find(each);
            if (signed == null) {
                throw new IllegalStateException(each + " was not signed");
            }
            Files.copy(signed, image.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        narrator.say("image", image + ", " + files(image).size() + " signed packages");
    }

    private void submit(Path toSign, Path work) throws Exception {
        var submission = new PartialImage.ContextFree(toSign, ProductType.WINDOWS_PHONE_THRESHOLD);
        PreparedSubmission prepared =
                new SubmissionPreparer(PreparerOptions.of("PartialSigningSample", "1")).prepare(submission, work);
        var settings = IngestionClient.builder().service(emulator.uri()).token(emulator.token());
        try (IngestionClient client = settings.trust(trust).progress(narrator).build()) {
            SubmissionTicket ticket = client.submissions().submit(prepared.archive());
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(5));
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new IllegalStateException("Not signed: " + outcome.status());
            }
            keep(client.submissions().retrieve(ticket, work));
        }
    }

    private void keep(RetrievedArchive retrieved) throws Exception {
        try (SignedArchive archive = SignedArchive.open(retrieved.file(), FormatLimits.defaults())) {
            cache.add(new SignedArchiveVerifier(trust, FormatLimits.defaults(), ProgressListener.NONE)
                    .verify(archive, ExpectedSubmission.of(retrieved.ticket())));
        }
    }

    /** The service signs with the usages of the test signature, so these and the digest name what was signed. */
    private @Nullable Path find(Path testSigned) throws IOException {
        try (ByteSource source = ByteSource.open(testSigned)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            CodeSignature signature = CodeSignatures.ofCabinet(cabinet, FormatLimits.defaults());
            EkuCombination ekus = signature == null ? EkuCombination.NONE : signature.ekus();
            return cache.find(Digest.sha256(source), ekus);
        }
    }

    private static void replace(Path changed, Path packages) throws IOException {
        for (Path each : files(changed)) {
            Files.copy(each, packages.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.SafePaths;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveWriter;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SignedManifest;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.emulator.port.BlobStore;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.OutputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Signs the packages or the image catalog of one archive and writes the signed archive, all inside the submission's work folder. */
final class ArchiveSigner {
    /** The only environment there is here (TKT-05). */
    static final String ENVIRONMENT = "TEST";

    private final EnginePorts ports;
    private final EngineSettings settings;

    ArchiveSigner(EnginePorts ports, EngineSettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /** The finished archive {@code <OemId>.<ticket>.zip}, still in the work folder. */
    Path sign(Submission submission, SubmissionArchive archive, Checkpoint checkpoint)
            throws PackageRefusedException, IOException {
        BlobStore blobs = ports.stores().blobs();
        Path work = blobs.newWorkFolder(submission.ticket().id());
        Path signed = Files.createDirectory(work.resolve("signed"));
        List<SignedFile> files = new ArrayList<>();
        for (PackageFacts facts : archive.contents().packages()) {
            checkpoint.pass();
            Path scratch = Files.createDirectory(work.resolve("scratch-" + files.size()));
            String signAs = archive.contents().signAs().get(facts.path());
            files.add(signOne(facts, archive, new Folders(signed, scratch), profile(signAs)));
        }
        if (archive.contents().documents().ffu() != null) {
            checkpoint.pass();
            files.add(signCatalog(archive, signed));
        }
        checkpoint.pass();
        SubmissionTicket ticket = ticketToSignFor(submission);
        SignedManifest manifest = new SignedManifest(
                ticket, ENVIRONMENT, settings.ruleSet(), ports.time().instant(), files);
        Path target = work.resolve(submission.origin().oemId() + "." + ticket + ".zip");
        new SignedArchiveWriter(manifest)
                .writeTo(
                        target,
                        file -> ByteSource.open(
                                SafePaths.resolveInside(signed, file.file().path())),
                        ports.signer()::signManifest,
                        progress -> checkpoint.pass());
        return target;
    }

    private SignedFile signCatalog(SubmissionArchive archive, Path signed) throws IOException {
        Path target = SafePaths.resolveInside(signed, SignedArchive.CATALOG);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        FfuImage image = FfuImage.readHead(archive.openFfuHead(), settings.limits());
        OutputSignature output = ports.signer().signFfuCatalog(image.catalog(), target);
        FileFacts file = new FileFacts(SignedArchive.CATALOG, output.size(), output.sha256());
        Digest input = Objects.requireNonNull(archive.contents().documents().ffu())
                .file()
                .sha256();
        return new SignedFile(file, input, output.ekus(), output.signerThumbprint());
    }

    /** Where what is finished goes, and what is not. */
    private record Folders(Path signed, Path scratch) {}

    private @Nullable EkuProfile profile(@Nullable String id) {
        return id == null
                ? null
                : Objects.requireNonNull(ports.signer().profiles().find(id), "validated");
    }

    private SignedFile signOne(
            PackageFacts facts, SubmissionArchive archive, Folders folders, @Nullable EkuProfile instead)
            throws PackageRefusedException, IOException {
        Path target = SafePaths.resolveInside(folders.signed(), facts.path());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        OutputSignature output =
                ports.signer().sign(archive.openPackage(facts.path()), target, folders.scratch(), instead);
        FileFacts file = new FileFacts(facts.path(), output.size(), output.sha256());
        return new SignedFile(file, facts.file().sha256(), output.ekus(), output.signerThumbprint());
    }

    // A resubmission is retrieved under the original's ticket, so its archive speaks of that one.
    private static SubmissionTicket ticketToSignFor(Submission submission) {
        SubmissionTicket original = submission.origin().resubmissionOf();
        return original == null ? submission.ticket() : original;
    }
}

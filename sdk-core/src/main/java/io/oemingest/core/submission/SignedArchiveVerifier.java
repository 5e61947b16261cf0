package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.FfuCatalogVerifier;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Proves a signed archive without unpacking it: the signature over its manifest, the digest of each file, every signature
 * of each package or of the catalog, and that it answers what was submitted. Safe for threads.
 */
public final class SignedArchiveVerifier {
    private final TrustPolicy policy;
    private final FormatLimits limits;
    private final ProgressListener progress;
    private final PackageVerifier packages;

    public SignedArchiveVerifier(TrustPolicy policy, FormatLimits limits, ProgressListener progress) {
        this.policy = policy;
        this.limits = limits;
        this.progress = progress;
        this.packages = new PackageVerifier(policy, limits);
    }

    /**
     * Verifies everything, or throws at the first problem.
     *
     * @throws VerificationException if anything is not what a trusted signer signed, or answers another submission
     * @throws io.oemingest.core.format.MalformedFileException if a file whose digest is right is no package
     */
    public VerifiedArchive verify(SignedArchive archive, ExpectedSubmission expected)
            throws VerificationException, IOException {
        CodeSignature own = DetachedSignature.verify(archive.manifestText(), archive.signature(), policy);
        SubmittedMatch match = new SubmittedMatch(archive, expected);
        match.requireTicketAndFiles();
        FactsCollector reader = new FactsCollector(limits, progress);
        Map<String, CodeSignature> signatures = new HashMap<>();
        for (SignedFile each : archive.manifest().files()) {
            ByteSource content = archive.openFile(each.file().path());
            if (!reader.facts(each.file().path(), content).equals(each.file())) {
                throw refusal(
                        Problem.CONTENT_DIGEST,
                        archive,
                        each,
                        "is not the file that " + SignedArchive.MANIFEST + " lists");
            }
            CodeSignature signature = signature(each, content, match);
            requireSigner(archive, each, signature);
            signatures.put(each.file().path(), signature);
        }
        return new VerifiedArchive(archive, own, signatures);
    }

    private CodeSignature signature(SignedFile row, ByteSource content, SubmittedMatch match)
            throws VerificationException, IOException {
        if (row.file().path().equals(SignedArchive.CATALOG)) {
            return new FfuCatalogVerifier(policy).verify(SecurityCatalog.read(content, limits));
        }
        FirmwarePackage firmware = FirmwarePackage.read(content, limits);
        CodeSignature signature = packages.verify(firmware).cabinet();
        match.requireSamePackage(row, firmware.manifest());
        return signature;
    }

    private static void requireSigner(SignedArchive archive, SignedFile row, CodeSignature signature)
            throws VerificationException {
        if (!signature.signer().thumbprint().equalsIgnoreCase(row.signerThumbprint())
                || !signature.ekus().equals(row.ekus())) {
            throw refusal(
                    Problem.FILE_NOT_AS_LISTED,
                    archive,
                    row,
                    "is signed by another signer than " + SignedArchive.MANIFEST + " lists");
        }
    }

    static VerificationException refusal(Problem problem, SignedArchive archive, SignedFile row, String detail) {
        return new VerificationException(
                problem, Location.ofPart(archive.name(), row.file().path()), detail);
    }
}

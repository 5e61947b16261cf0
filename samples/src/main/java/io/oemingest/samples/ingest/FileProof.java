package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.inspect.FfuVerification;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SignatureVerifier;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerifiedPackage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Proves a file that carries a signature of its own: a package, another cabinet, a PE file, a catalog or an image. */
final class FileProof {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    private final TrustPolicy policy;
    private final SignatureVerifier verifier;
    private final ProgressListener progress;

    FileProof(TrustPolicy policy, ProgressListener progress) {
        this.policy = policy;
        this.verifier = new SignatureVerifier(policy, LIMITS);
        this.progress = progress;
    }

    /** Whether a file begins like one that can be proved. */
    static boolean isSignable(ByteSource source) throws IOException {
        return FfuImage.isFfu(source)
                || Cabinet.isCabinet(source)
                || PeImage.isPe(source)
                || SecurityCatalog.isCatalog(source);
    }

    /** The signatures that were proved, by what they sign; the file's own comes first. */
    Map<String, CodeSignature> of(ByteSource source) throws VerificationException, IOException {
        if (FfuImage.isFfu(source)) {
            return Map.of("image", image(FfuImage.read(source, LIMITS)));
        }
        if (Cabinet.isCabinet(source)) {
            return cabinet(source);
        }
        if (PeImage.isPe(source)) {
            return Map.of("PE file", verifier.verifyPe(PeImage.read(source, LIMITS)));
        }
        if (SecurityCatalog.isCatalog(source)) {
            return Map.of("catalog", verifier.verifyCatalog(SecurityCatalog.read(source, LIMITS)));
        }
        throw new MalformedFileException(Location.ofFile(source.name()), "is of no kind that carries a signature");
    }

    private Map<String, CodeSignature> cabinet(ByteSource source) throws VerificationException, IOException {
        // The signature first: nothing of a file that was changed is unpacked.
        Cabinet cabinet = Cabinet.read(source, LIMITS);
        CodeSignature own = verifier.verifyCabinet(cabinet);
        if (!FirmwarePackage.isPackage(cabinet)) {
            return Map.of("cabinet", own);
        }
        VerifiedPackage parts = new PackageVerifier(policy, LIMITS).verify(FirmwarePackage.read(source, LIMITS));
        Map<String, CodeSignature> proved = new LinkedHashMap<>();
        proved.put("package", parts.cabinet());
        proved.put("catalog", parts.catalog());
        proved.putAll(new TreeMap<>(parts.images()));
        return proved;
    }

    private CodeSignature image(FfuImage image) throws VerificationException, IOException {
        FfuVerification start = FfuVerification.ofStart(image.truncated(), FfuFacts.CATALOGS, policy);
        FfuVerification all = start.withChunks(image.verifyChunks(progress));
        CodeSignature signature = all.signature();
        if (signature == null || !all.isComplete()) {
            throw new MalformedFileException(
                    Location.ofFile(all.file()),
                    "is not proven, " + all.chunks().unchecked()
                            + " packed blocks can be compared by the tool that packed them alone");
        }
        return signature;
    }
}

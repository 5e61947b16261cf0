package io.oemingest.core.proof;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.HashTableCatalogs;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.inspect.FfuVerification;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.proof.FileVerification.Kind;
import io.oemingest.core.proof.FileVerification.SignedPiece;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SignatureVerifier;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerifiedPackage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Proves one file by the verifier of its kind. */
final class SignatureProof {
    /** Reads only, so its clock is never asked. */
    private static final HashTableCatalogs CATALOGS = new HashTableCatalogBuilder(InstantSource.fixed(Instant.EPOCH));

    private final TrustPolicy policy;
    private final SignatureVerifier verifier;
    private final FormatLimits limits;
    private final ProgressListener progress;

    SignatureProof(TrustPolicy policy, FormatLimits limits, ProgressListener progress) {
        this.policy = policy;
        this.verifier = new SignatureVerifier(policy, limits);
        this.limits = limits;
        this.progress = progress;
    }

    /** @throws MalformedFileException if it is of no kind that is ever signed, archives apart, or too damaged to tell */
    static Kind kindOf(ByteSource source, FormatLimits limits) throws IOException {
        if (FfuImage.isFfu(source)) {
            return Kind.FFU_IMAGE;
        }
        if (Cabinet.isCabinet(source)) {
            return FirmwarePackage.isPackage(Cabinet.read(source, limits)) ? Kind.PACKAGE : Kind.CABINET;
        }
        if (PeImage.isPe(source)) {
            return Kind.PE_FILE;
        }
        if (SecurityCatalog.isCatalog(source)) {
            return SecurityCatalog.read(source, limits).isOfHashTable() ? Kind.FFU_CATALOG : Kind.CATALOG;
        }
        throw new MalformedFileException(Location.ofFile(source.name()), "is of no kind that carries a signature");
    }

    List<SignedPiece> of(Kind kind, ByteSource source) throws VerificationException, IOException {
        return switch (kind) {
            case PACKAGE -> firmware(source);
            case CABINET -> piece("cabinet", verifier.verifyCabinet(Cabinet.read(source, limits)));
            case PE_FILE -> piece("PE file", verifier.verifyPe(PeImage.read(source, limits)));
            case CATALOG, FFU_CATALOG -> piece("catalog", verifier.verifyCatalog(SecurityCatalog.read(source, limits)));
            case FFU_IMAGE -> piece("image", image(FfuImage.read(source, limits)));
            case FFU_HEAD -> piece("image", signature(start(TruncatedFfu.read(source, limits))));
            case SUBMISSION_ARCHIVE, SIGNED_ARCHIVE -> throw new IllegalArgumentException(kind + " holds files");
        };
    }

    private static List<SignedPiece> piece(String name, CodeSignature signature) {
        return List.of(new SignedPiece(name, signature));
    }

    private List<SignedPiece> firmware(ByteSource source) throws VerificationException, IOException {
        // The signature first: nothing of a file that was changed is unpacked.
        verifier.verifyCabinet(Cabinet.read(source, limits));
        VerifiedPackage parts = new PackageVerifier(policy, limits).verify(FirmwarePackage.read(source, limits));
        List<SignedPiece> pieces = new ArrayList<>();
        pieces.add(new SignedPiece("package", parts.cabinet()));
        pieces.add(new SignedPiece("catalog", parts.catalog()));
        new TreeMap<>(parts.images()).forEach((name, signature) -> pieces.add(new SignedPiece(name, signature)));
        return pieces;
    }

    private CodeSignature image(FfuImage image) throws VerificationException, IOException {
        // The signature first: nothing of an image that nobody vouches for is worth the time.
        FfuVerification all = start(image.truncated()).withChunks(image.verifyChunks(progress));
        if (!all.isComplete()) {
            throw new MalformedFileException(
                    Location.ofFile(all.file()),
                    "is not proven, " + all.chunks().unchecked()
                            + " packed blocks can be compared by the tool that packed them alone");
        }
        return signature(all);
    }

    private FfuVerification start(TruncatedFfu image) throws VerificationException, IOException {
        return FfuVerification.ofStart(image, CATALOGS, policy);
    }

    private static CodeSignature signature(FfuVerification verified) {
        return Objects.requireNonNull(verified.signature(), "a policy asks for a signature");
    }
}

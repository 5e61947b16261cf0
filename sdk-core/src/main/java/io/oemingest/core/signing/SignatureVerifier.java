package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.util.Set;

/**
 * Proves the signature of one file alone: a cabinet, a PE file or a catalog, whatever is inside. {@link PackageVerifier}
 * proves a package as a whole and lists the steps. Safe for threads; knows the signers of earlier files again.
 */
public final class SignatureVerifier {
    private static final Set<String> CABINET_TYPES = Set.of(Oids.SPC_CAB_DATA, Oids.SPC_LINK);
    private static final Set<String> PE_TYPES = Set.of(Oids.SPC_PE_IMAGE_DATA);

    private final MessageVerifier messages;
    private final FormatLimits limits;

    public SignatureVerifier(TrustPolicy policy, FormatLimits limits) {
        this(new MessageVerifier(policy), limits);
    }

    SignatureVerifier(MessageVerifier messages, FormatLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** Answers with the signature that counts. @throws VerificationException with the first problem found */
    public CodeSignature verifyCabinet(Cabinet cabinet) throws VerificationException, IOException {
        if (cabinet.signatureArea() != null) {
            SignedCabinetForm.verify(cabinet);
        }
        MessageVerifier ofCabinets = messages.policy().isRealRetail() ? messages.withRequiredEkus(null) : messages;
        return new ContentVerifier(ofCabinets, limits)
                .verify(
                        cabinet.signatureArea(),
                        CodeSignatures.where(cabinet.source().name()),
                        CABINET_TYPES,
                        cabinet::digest);
    }

    /** Answers with the signature that counts. @throws VerificationException with the first problem found */
    public CodeSignature verifyPe(PeImage image) throws VerificationException, IOException {
        if (image.signature() != null) {
            SignedImageForm.verify(image);
        }
        return new ContentVerifier(messages, limits)
                .verify(image.signature(), CodeSignatures.where(image.source().name()), PE_TYPES, image::digest);
    }

    /**
     * Verifies a loose catalog: one of a flash image as {@link FfuCatalogVerifier} does, any other as that of a package.
     * That the listed files are there is for the package to say.
     *
     * @throws VerificationException with the first problem found
     */
    public CodeSignature verifyCatalog(SecurityCatalog catalog) throws VerificationException, IOException {
        if (catalog.isOfHashTable()) {
            return new FfuCatalogVerifier(messages).verify(catalog);
        }
        messages.verifyCode(catalog.message(), Oids.CTL);
        requireVersion2(catalog, catalog.message().where());
        return ContentVerifier.facts(catalog.message());
    }

    // 12. SHA-1 is good for a flash image's hash table only, never for a package.
    static void requireVersion2(SecurityCatalog catalog, Location where) throws VerificationException {
        if (catalog.version() != 2) {
            throw new VerificationException(
                    Problem.WEAK_DIGEST, where, "a version 1 catalog lists members by SHA-1 alone");
        }
    }
}

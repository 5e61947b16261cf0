package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the signatures of a package: of the cabinet, of the catalog and of every PE file that has one, and that
 * catalog and files are the same set. The cabinet comes first, so nothing of an unsigned file is unpacked. Safe for threads;
 * one that serves many packages knows the signers' paths of certificates again. Steps are numbered in the code:
 *
 * <ol>
 *   <li>container: fields and bytes outside the digest have the only values they may have
 *   <li>message: strict DER, PKCS#7 version 1, the container's content type, exactly one signer
 *   <li>signed attributes: content type and digest, a good hash function, the signature value
 *   <li>key: strong enough
 *   <li>indirect data: the kind of file and its digest
 *   <li>time stamp, if there is one or must be one
 *   <li>path of certificates to a root of the policy
 *   <li>the signer's usages, and those of its authorities
 *   <li>platform keys, and whoever comes from their authority, never sign packages
 *   <li>catalog and files in both directions; outside real retail the catalog's signer has the cabinet's usages
 *   <li>nested and older signatures never count, but for the one that {@link TrustMode#REAL_RETAIL} judges
 *   <li>SHA-1 never counts
 * </ol>
 */
public final class PackageVerifier {
    /** Larger images are unpacked into a temporary file. */
    private static final int IN_MEMORY = 1 << 20;

    private final MessageVerifier messages;
    private final FormatLimits limits;

    public PackageVerifier(TrustPolicy policy, FormatLimits limits) {
        this.messages = new MessageVerifier(policy);
        this.limits = limits;
    }

    /**
     * Verifies a package; PE files may be signed by any known combination of usages.
     *
     * @throws VerificationException with the first problem found
     * @throws io.oemingest.core.format.MalformedFileException if a part that is properly signed cannot be read
     */
    public VerifiedPackage verify(FirmwarePackage firmware) throws VerificationException, IOException {
        CodeSignature cabinet = verifyCabinet(firmware.cabinet());
        CatalogVerifier catalog = CatalogVerifier.verify(firmware, messages, limits);
        if (!messages.policy().isRealRetail()) {
            catalog.requireUsages(cabinet.ekus());
        }
        Map<String, CodeSignature> images = new TreeMap<>();
        MemberPass pass = new MemberPass(firmware, catalog, images);
        firmware.cabinet().forEachMember(pass::visit);
        pass.rethrow();
        return new VerifiedPackage(cabinet, catalog.finish(), images);
    }

    /** The same as {@link SignatureVerifier#verifyCabinet}, to be asked before anything of a package is unpacked. */
    public CodeSignature verifyCabinet(Cabinet cabinet) throws VerificationException, IOException {
        return new SignatureVerifier(messages, limits).verifyCabinet(cabinet);
    }

    /** One pass over the files; a visitor cannot throw our exception, so the first one is kept. */
    private final class MemberPass {
        private final SignatureVerifier parts = new SignatureVerifier(messages.withRequiredEkus(null), limits);
        private final FirmwarePackage firmware;
        private final CatalogVerifier catalog;
        private final Map<String, CodeSignature> images;
        private @Nullable VerificationException first;

        MemberPass(FirmwarePackage firmware, CatalogVerifier catalog, Map<String, CodeSignature> images) {
            this.firmware = firmware;
            this.catalog = catalog;
            this.images = images;
        }

        void visit(CabinetMember member, InputStream content) throws IOException {
            if (first != null || member.equals(firmware.catalogMember())) {
                return;
            }
            try {
                check(member, MemberDigests.peekable(content));
            } catch (VerificationException e) {
                first = e;
            }
        }

        private void check(CabinetMember member, PushbackInputStream content)
                throws VerificationException, IOException {
            if (!MemberDigests.needsSpool(content)) {
                catalog.checkMember(MemberDigests.flat(member.name(), content), member.size());
                return;
            }
            String name = firmware.fileName() + "/" + member.name();
            try (MemberSpool spool = new MemberSpool(IN_MEMORY, null)) {
                ByteSource source = spool.keep(name, content, member.size());
                catalog.checkMember(CatalogSubject.of(member.name(), source, limits), member.size());
                PeImage image = PeImage.isPe(source) ? PeImage.read(source, limits) : null;
                if (image != null && image.signature() != null) {
                    images.put(member.name(), parts.verifyPe(image));
                }
            }
        }

        void rethrow() throws VerificationException {
            if (first != null) {
                throw first;
            }
        }
    }
}

package io.oemingest.core.signing;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetSignatureArea;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Signs single files by Authenticode with SHA-256. A signature that is there is replaced and not verified; targets must
 * not exist. Safe for threads.
 */
public final class CodeSigner {
    private CodeSigner() {}

    /** Writes a signed copy of a PE file. @throws java.nio.file.FileAlreadyExistsException if the target is there */
    public static void signImage(PeImage image, SigningIdentity signer, Path target) throws IOException {
        image.writeSigned(ofImage(image, signer), target);
    }

    /** Writes a signed copy of a cabinet. @throws java.nio.file.FileAlreadyExistsException if the target is there */
    public static void signCabinet(Cabinet cabinet, SigningIdentity signer, Path target) throws IOException {
        CabinetSignatureArea.sign(cabinet, digest -> ofCabinet(digest, signer), target);
    }

    /** The catalog with the signer's signature; what it lists stays byte for byte. */
    public static byte[] signCatalog(SecurityCatalog catalog, SigningIdentity signer) throws IOException {
        return MessageWriter.code(Oids.CTL, catalog.list().node().encoded(), signer);
    }

    /** The signature of a PE file. */
    static byte[] ofImage(PeImage image, SigningIdentity signer) throws IOException {
        return code(Kind.PE, image.digest(DigestAlgorithm.SHA256), signer);
    }

    /** The signature of the cabinet with this Authenticode digest. */
    static byte[] ofCabinet(Digest digest, SigningIdentity signer) throws IOException {
        return code(Kind.CABINET, digest, signer);
    }

    private static byte[] code(Kind kind, Digest digest, SigningIdentity signer) throws IOException {
        return MessageWriter.code(Oids.SPC_INDIRECT_DATA, IndirectDataWriter.forSignature(kind, digest), signer);
    }
}

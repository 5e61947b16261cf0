package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** Puts a signature behind a cabinet. */
public final class CabinetSignatureArea {
    static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private static final int ALIGNMENT = 8;

    private CabinetSignatureArea() {}

    /**
     * Copies the cabinet to a new file with this signature, instead of the present one if there is one. The signature
     * is padded with zeros to a multiple of 8.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the target is there, so that nothing is signed in place
     * @throws io.oemingest.core.format.MalformedFileException if the cabinet has a reserve area for something else
     */
    public static void write(Cabinet cabinet, byte[] pkcs7, Path target) throws IOException {
        sign(cabinet, digest -> pkcs7, target);
    }

    /** The same with a signature of the very bytes that are written, for which the cabinet is read once. */
    public static void sign(Cabinet cabinet, Signer signer, Path target) throws IOException {
        SignedForm form = cabinet.signedForm();
        WholeFiles.create(target, channel -> {
            MessageDigest digest = CabinetDigests.ofHead(form, DIGEST);
            channel.position(form.head().limit());
            Transfers.write(channel, new DigestInputStream(form.tail().stream(), digest));
            append(form, signer.sign(Digest.of(DIGEST, digest.digest())), channel);
        });
    }

    /** Signs a cabinet while it is written. */
    @FunctionalInterface
    public interface Signer {
        /** The PKCS#7 signature over the Authenticode digest, which is one by SHA-256. */
        byte[] sign(Digest digest) throws IOException;
    }

    /** Writes the signature at the channel's position, then the head that points to it. */
    static void append(SignedForm form, byte[] pkcs7, FileChannel channel) throws IOException {
        if (pkcs7.length == 0) {
            throw new IllegalArgumentException("A signature has at least one byte");
        }
        byte[] padded = Arrays.copyOf(pkcs7, Math.addExact(pkcs7.length, -pkcs7.length & (ALIGNMENT - 1)));
        form.pointToSignature(padded.length);
        Transfers.write(channel, ByteBuffer.wrap(padded));
        channel.position(0);
        Transfers.write(channel, form.head().rewind());
    }
}

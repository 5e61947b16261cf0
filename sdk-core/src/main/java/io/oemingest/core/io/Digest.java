package io.oemingest.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** A hash value, kept as lower-case hexadecimal text so that it compares and prints as a value. */
public record Digest(DigestAlgorithm algorithm, String hex) {
    private static final int BUFFER = 1 << 16;

    /** Takes hexadecimal text of either case. @throws IllegalArgumentException if {@code hex} is not as long as the algorithm's digest, or not hexadecimal */
    public Digest {
        hex = hex.toLowerCase(Locale.ROOT);
        if (HexFormat.of().parseHex(hex).length != algorithm.length()) {
            throw new IllegalArgumentException("A " + algorithm.jcaName() + " digest has " + algorithm.length()
                    + " bytes, this one has " + hex.length() / 2 + ": " + hex);
        }
    }

    public static Digest of(DigestAlgorithm algorithm, byte[] value) {
        return new Digest(algorithm, HexFormat.of().formatHex(value));
    }

    /** SHA-256 of bytes in memory. */
    public static Digest sha256(byte[] content) {
        return of(
                DigestAlgorithm.SHA256,
                DigestAlgorithm.SHA256.newMessageDigest().digest(content));
    }

    /** SHA-256 of a whole source. */
    public static Digest sha256(ByteSource source) throws IOException {
        return of(DigestAlgorithm.SHA256, source);
    }

    /** Digest of a whole source, read once. */
    public static Digest of(DigestAlgorithm algorithm, ByteSource source) throws IOException {
        return of(algorithm, source.stream(), (int) Math.min(BUFFER, source.size() + 1));
    }

    /** Digest of what is left in a stream; the stream is read to its end and stays open. */
    public static Digest of(DigestAlgorithm algorithm, InputStream in) throws IOException {
        return of(algorithm, in, BUFFER);
    }

    private static Digest of(DigestAlgorithm algorithm, InputStream in, int piece) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        byte[] buffer = new byte[piece];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return of(algorithm, digest.digest());
    }

    /** A fresh copy of the value. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Compares in constant time; digests of different algorithms differ. */
    public boolean matches(Digest other) {
        return algorithm == other.algorithm && MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return algorithm.jcaName() + ":" + hex;
    }
}

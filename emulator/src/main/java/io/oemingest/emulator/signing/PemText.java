package io.oemingest.emulator.signing;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** Certificates as text (RFC 7468). */
public final class PemText {
    private static final int LINE = 64;

    private PemText() {}

    /** One block for each certificate, in this order. */
    public static String of(Collection<X509Certificate> certificates) {
        return certificates.stream().map(PemText::of).collect(Collectors.joining());
    }

    private static String of(X509Certificate certificate) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + encoder.encodeToString(encoded(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    /** The certificate in DER. */
    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        }
    }
}

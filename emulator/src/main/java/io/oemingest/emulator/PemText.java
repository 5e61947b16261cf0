package io.oemingest.emulator;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Certificates as text (RFC 7468). */
final class PemText {
    private static final int LINE = 64;

    private PemText() {}

    static String of(Collection<X509Certificate> certificates) {
        return certificates.stream()
                .sorted(Comparator.comparing(
                        each -> each.getSubjectX500Principal().getName()))
                .map(PemText::of)
                .collect(Collectors.joining());
    }

    private static String of(X509Certificate certificate) {
        Base64.Encoder encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        try {
            return "-----BEGIN CERTIFICATE-----\n" + encoder.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be encoded", e);
        }
    }
}

package io.oemingest.core.submission;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Locale;

/** Tells the certificates of test hierarchies, whose subjects or issuers say {@code TEST ONLY} or {@code Test Cert}. */
final class TestCertificates {
    private TestCertificates() {}

    /** Whether the file holds such a certificate; a file that holds none at all does not. */
    static boolean isOne(byte[] file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
            return found.stream().anyMatch(each -> each instanceof X509Certificate one && saysTest(one));
        } catch (CertificateException e) {
            return false;
        }
    }

    private static boolean saysTest(X509Certificate certificate) {
        String names = (certificate.getSubjectX500Principal().getName() + " "
                        + certificate.getIssuerX500Principal().getName())
                .toUpperCase(Locale.ROOT);
        return names.contains("TEST ONLY") || names.contains("TEST CERT") || names.contains("TEST ROOT");
    }
}

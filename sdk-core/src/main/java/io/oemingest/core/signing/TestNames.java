package io.oemingest.core.signing;

import java.security.cert.X509Certificate;
import java.util.regex.Pattern;

/** Knows certificates for tests by their names: the kit's and the emulator's say TEST ONLY, Microsoft's own say Test or Testing. */
final class TestNames {
    private static final Pattern TEST = Pattern.compile("\\btest(ing)?\\b", Pattern.CASE_INSENSITIVE);

    private TestNames() {}

    static boolean areOf(X509Certificate certificate) {
        return TEST.matcher(certificate.getSubjectX500Principal().getName()).find()
                || TEST.matcher(certificate.getIssuerX500Principal().getName()).find();
    }
}

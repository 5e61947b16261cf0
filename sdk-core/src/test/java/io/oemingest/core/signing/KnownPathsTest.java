package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.END;
import static io.oemingest.core.signing.TestCertificate.NOW;
import static io.oemingest.core.signing.TestPackages.AUTHORITY;
import static io.oemingest.core.signing.TestPackages.HAL_SIGNER;
import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.signing.CertificatePaths.Anchors;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a verifier remembers helps nobody but who asks the very same; the attacks of other tests meet such a verifier too. */
class KnownPathsTest {
    private static final X509Certificate SIGNER = OEM_SIGNER.certificate();
    private static final List<X509Certificate> POOL = List.of(SIGNER, AUTHORITY.certificate());

    private final KnownPaths paths = new KnownPaths();

    @BeforeEach
    void aPathIsKnown() throws Exception {
        verify(SIGNER, POOL, anchors(NOW, ROOT));
    }

    @Test
    void isNotSearchedAgain() throws Exception {
        List<X509Certificate> path = verify(SIGNER, POOL, anchors(NOW, ROOT));
        assertThat(path).containsExactly(SIGNER, AUTHORITY.certificate(), ROOT.certificate());
        assertThat(verify(SIGNER, POOL, anchors(NOW, ROOT))).isSameAs(path);
    }

    @Test
    void saysNothingOfAnotherMoment() {
        Instant late = END.plus(Duration.ofDays(1));
        assertThat(problem(SIGNER, POOL, anchors(late, ROOT))).isEqualTo("OUTSIDE_VALIDITY");
    }

    @Test
    void saysNothingOfOtherRoots() {
        assertThat(problem(SIGNER, POOL, anchors(NOW, TestCertificate.root("Root"))))
                .isEqualTo("UNTRUSTED_CHAIN");
        assertThat(problem(SIGNER, POOL, anchors(NOW))).isEqualTo("UNTRUSTED_CHAIN");
    }

    @Test
    void saysNothingOfOtherCertificates() throws Exception {
        assertThat(problem(SIGNER, List.of(SIGNER), anchors(NOW, ROOT))).isEqualTo("UNTRUSTED_CHAIN");
        List<X509Certificate> more = List.of(SIGNER, AUTHORITY.certificate(), HAL_SIGNER.certificate());
        assertThat(verify(SIGNER, more, anchors(NOW, ROOT))).isNotSameAs(verify(SIGNER, POOL, anchors(NOW, ROOT)));
        Issued strange = TestCertificate.signer(TestPackages.OEM)
                .by(TestCertificate.named("Package CA").authority(0).by(TestCertificate.root("Root")));
        assertThat(problem(strange.certificate(), POOL, anchors(NOW, ROOT))).isEqualTo("UNTRUSTED_CHAIN");
    }

    @Test
    void aRefusalIsFoundAnew() {
        assertThat(problem(SIGNER, List.of(SIGNER), anchors(NOW, ROOT))).isEqualTo("UNTRUSTED_CHAIN");
        assertThat(problem(SIGNER, List.of(SIGNER), anchors(NOW, ROOT))).isEqualTo("UNTRUSTED_CHAIN");
    }

    @Test
    void moreThanCanBeKeptAreStillJudged() throws Exception {
        for (int i = 0; i < 100; i++) {
            verify(SIGNER, POOL, anchors(NOW.plusSeconds(i), ROOT));
        }
        List<X509Certificate> last = verify(SIGNER, POOL, anchors(NOW.plusSeconds(99), ROOT));
        assertThat(last).containsExactly(SIGNER, AUTHORITY.certificate(), ROOT.certificate());
        assertThat(verify(SIGNER, POOL, anchors(NOW.plusSeconds(99), ROOT))).isNotSameAs(last);
    }

    private List<X509Certificate> verify(X509Certificate signer, List<X509Certificate> pool, Anchors anchors)
            throws VerificationException {
        return paths.verify(signer, pool, anchors, Location.ofFile("a.cab"));
    }

    private @Nullable String problem(X509Certificate signer, List<X509Certificate> pool, Anchors anchors) {
        try {
            verify(signer, pool, anchors);
            return null;
        } catch (VerificationException e) {
            return e.problem().name();
        }
    }

    private static Anchors anchors(Instant at, Issued... roots) {
        return new Anchors(
                Set.of(List.of(roots).stream().map(Issued::certificate).toArray(X509Certificate[]::new)), at);
    }
}

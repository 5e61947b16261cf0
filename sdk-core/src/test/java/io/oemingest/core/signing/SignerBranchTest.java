package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.OEM;
import static io.oemingest.core.signing.TestPackages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Platform keys come from the authority for images, signers of packages never do; neither way round. */
class SignerBranchTest {
    private static final EkuCombination PLATFORM = EkuCombination.of(PhoneEku.PLATFORM_KEY.oid());
    private static final HashTableCatalogBuilder CATALOGS = new HashTableCatalogBuilder(TestPackages.TIME);

    @TempDir
    private Path folder;

    @Test
    void takesAPlatformKeyBelowTheAuthorityForImages() throws Exception {
        assertThat(image(authority("FFU CA"))).isEqualTo("ACCEPTED");
        assertThat(image(authority("Image CA", EkuCombination.CODE_SIGNING, PhoneEku.PLATFORM_KEY.oid())))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAPlatformKeyBelowAnyOther() throws Exception {
        assertThat(image(TestPackages.AUTHORITY))
                .isEqualTo("OTHER_BRANCH: the authority 'CN=Package CA (TEST ONLY)' does not vouch for platform keys");
        assertThat(image(ROOT))
                .isEqualTo("OTHER_BRANCH: the authority 'CN=Root (TEST ONLY)' does not vouch for platform keys");
        assertThat(image(authority("FFU CA", EkuCombination.CODE_SIGNING, PhoneEku.OEM.oid())))
                .isEqualTo("EKU_NOT_NESTED: the authority 'CN=FFU CA (TEST ONLY)' may not vouch for all of the "
                        + "signer's usages");
    }

    @Test
    void refusesASignerOfPackagesBelowTheAuthorityForImages() throws Exception {
        assertThat(cabinet(authority("Intermediate FFU Cert")))
                .isEqualTo("OTHER_BRANCH: the authority 'CN=Intermediate FFU Cert (TEST ONLY)' vouches for platform "
                        + "keys, not for signers of packages");
        assertThat(cabinet(
                        authority("CA", EkuCombination.CODE_SIGNING, PhoneEku.PLATFORM_KEY.oid(), PhoneEku.OEM.oid())))
                .isEqualTo("OTHER_BRANCH: the authority 'CN=CA (TEST ONLY)' vouches for platform keys, not for "
                        + "signers of packages");
    }

    private static Issued authority(String name, String... usages) {
        return TestCertificate.named(name).authority(0).ekus(List.of(usages)).by(ROOT);
    }

    private String cabinet(Issued issuer) throws Exception {
        TestPackages packages = new TestPackages(folder);
        Path file = Forgery.by(TestCertificate.signer(OEM).by(issuer))
                .cabinet(packages.unsigned(), packages.fresh("branch.cab"));
        return Refusals.ofCabinet(file, TestPackages.POLICY);
    }

    private static String image(Issued issuer) throws Exception {
        byte[] unsigned = CATALOGS.unsignedCatalog(Digest.of(DigestAlgorithm.SHA1, new byte[20]));
        byte[] signed = CATALOGS.sign(
                ByteSource.of("unsigned", unsigned),
                TestCertificate.signer(PLATFORM).by(issuer).identity());
        SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("ffu.cat", signed), FormatLimits.defaults());
        return Refusals.of(() -> new FfuCatalogVerifier(TestPackages.POLICY).verify(catalog));
    }
}

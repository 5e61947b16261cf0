package io.oemingest.core.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One small hierarchy of signers for tests outside this package. */
public final class TestIdentities {
    public static final Instant NOW = TestCertificate.NOW;
    public static final InstantSource TIME = InstantSource.fixed(NOW);
    public static final EkuCombination OEM = EkuCombination.of(PhoneEku.OEM.oid());
    public static final EkuCombination HAL = EkuCombination.of(PhoneEku.HAL.oid(), PhoneEku.HAL_EXTENSION.oid());

    private static final Issued ROOT = TestCertificate.root("Root");
    private static final Issued OTHER_ROOT = TestCertificate.root("Root of others");
    private static final Issued PACKAGE_SIGNER = TestCertificate.signer(OEM).by(ROOT);
    private static final Issued HAL_SIGNER = TestCertificate.signer(HAL).by(ROOT);
    private static final Issued PLATFORM_KEY = TestCertificate.signer(EkuCombination.of(PhoneEku.PLATFORM_KEY.oid()))
            .by(TestCertificate.named("FFU CA").authority(0).by(ROOT));
    private static final Issued MANIFEST_SIGNER = TestCertificate.named("Manifest")
            .ekus(List.of(Oids.EKU_DOCUMENT_SIGNING))
            .by(ROOT);

    private TestIdentities() {}

    /** Believes all identities of this class. */
    public static TrustPolicy policy() {
        return TrustPolicy.emulatedRetail(List.of(ROOT.certificate()), NOW);
    }

    /** Believes none of them. */
    public static TrustPolicy otherPolicy() {
        return TrustPolicy.emulatedRetail(List.of(OTHER_ROOT.certificate()), NOW);
    }

    public static SigningIdentity packageSigner() {
        return PACKAGE_SIGNER.identity();
    }

    public static SigningIdentity halSigner() {
        return HAL_SIGNER.identity();
    }

    public static SigningIdentity platformKey() {
        return PLATFORM_KEY.identity();
    }

    public static SigningIdentity manifestSigner() {
        return MANIFEST_SIGNER.identity();
    }
}

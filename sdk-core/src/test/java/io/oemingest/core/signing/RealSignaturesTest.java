package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each real file holds under the policy that it was signed for and under no other, to its last part. */
class RealSignaturesTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();
    private static final String PUBLISHER = "1.3.6.1.4.1.311.76.8.1";

    static Stream<Path> files() {
        return Samples.packages().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void realRetailTakesWhatMicrosoftSignedForSale(Path file) throws Exception {
        TrustPolicy policy = TrustPolicy.realRetail(RealAuthorities.retail(), TestCertificate.NOW);
        assertThat(judged(file, policy).values()).containsOnly(isRetail(file) ? "ACCEPTED" : "UNTRUSTED_CHAIN");
    }

    @ParameterizedTest
    @MethodSource("files")
    void testInputTakesWhatAKitSigned(Path file) throws Exception {
        assertTakesKitAlone(file, TrustPolicy.testInput(RealAuthorities.test()), "ACCEPTED");
    }

    @ParameterizedTest
    @MethodSource("files")
    void emulatedRetailTakesNoneOfThem(Path file) throws Exception {
        assertTakesKitAlone(file, TestPackages.POLICY, "UNTRUSTED_CHAIN");
    }

    @ParameterizedTest
    @MethodSource("files")
    void rootsAndTimeStampRootsOfMicrosoftDoNotMakeEmulatedRetailOfItsFiles(Path file) throws Exception {
        List<X509Certificate> retail = RealAuthorities.retail();
        TrustPolicy policy =
                TrustPolicy.emulatedRetail(retail, TestCertificate.NOW).withTimestamps(retail, false);
        assertTakesKitAlone(file, policy, "UNTRUSTED_CHAIN");
    }

    private static void assertTakesKitAlone(Path file, TrustPolicy policy, String ofKit) throws Exception {
        judged(file, policy).forEach((part, outcome) -> {
            String ofRetail = part.equals("cabinet") || part.equals("package") ? "WEAK_DIGEST" : "TIMESTAMP";
            assertThat(outcome).as(part).isEqualTo(isRetail(file) ? ofRetail : ofKit);
        });
    }

    @Test
    void realRetailBelievesNoRootForTests() throws Exception {
        for (X509Certificate root : RealAuthorities.test()) {
            String message = "A root for tests vouches for no real retail signature: '"
                    + root.getSubjectX500Principal().getName() + "'";
            assertThatThrownBy(() -> TrustPolicy.realRetail(List.of(root), TestCertificate.NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void theNestedSignatureOfARetailPackageIsTheOneThatCounts() throws Exception {
        Path file = Samples.fileOrSkip("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        TrustPolicy policy = TrustPolicy.realRetail(RealAuthorities.retail(), TestCertificate.NOW)
                .withRequiredEkus(TestPackages.OEM);
        VerifiedPackage verified = TestPackages.verify(file, policy);
        assertThat(verified.cabinet().digestAlgorithm()).isEqualTo(DigestAlgorithm.SHA256);
        assertThat(verified.cabinet().timestamp()).isEqualTo("2014-04-07T16:05:50.492Z");
        assertThat(verified.cabinet().legacyTimestamp()).isFalse();
        assertThat(verified.cabinet().ekus()).isEqualTo(EkuCombination.of(PUBLISHER));
        EkuCombination oemDriver = EkuCombination.of(PhoneEku.OEM.oid(), PhoneEku.HARDWARE_DRIVER.oid());
        assertThat(verified.catalog().ekus()).isEqualTo(oemDriver);
        assertThat(verified.images())
                .hasEntrySatisfying(
                        "2_OEMServ.exe", image -> assertThat(image.ekus()).isEqualTo(oemDriver));
    }

    @Test
    void theCounterSignaturesOfTheKitAreShownAsLegacy() throws Exception {
        for (Path file :
                files().filter(each -> each.toString().contains("cbs-amd64")).toList()) {
            VerifiedPackage verified = TestPackages.verify(file, TrustPolicy.testInput(RealAuthorities.test()));
            assertThat(verified.cabinet().legacyTimestamp()).isTrue();
            assertThat(verified.cabinet().timestamp()).isBetween("2021-02-01T00:27:00Z", "2021-02-01T00:32:00Z");
        }
    }

    private static boolean isRetail(Path file) {
        return file.getParent().getFileName().toString().contains("retail");
    }

    /** What is said of the cabinet, the package, the catalog and each signed PE file. */
    private static Map<String, String> judged(Path file, TrustPolicy policy) throws Exception {
        TrustPolicy anyUsage = policy.withRequiredEkus(null);
        SignatureVerifier verifier = new SignatureVerifier(anyUsage, LIMITS);
        Map<String, String> said = new TreeMap<>();
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            said.put("cabinet", outcome(() -> verifier.verifyCabinet(cabinet)));
            if (FirmwarePackage.isPackage(cabinet)) {
                FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
                said.put("package", outcome(() -> new PackageVerifier(anyUsage, LIMITS).verify(firmware)));
                SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("cat", firmware.catalogBytes()), LIMITS);
                said.put("catalog", outcome(() -> verifier.verifyCatalog(catalog)));
                for (PeImage image : images(cabinet)) {
                    said.put(image.source().name(), outcome(() -> verifier.verifyPe(image)));
                }
            }
        }
        return said;
    }

    private static List<PeImage> images(Cabinet cabinet) throws IOException {
        List<PeImage> images = new ArrayList<>();
        for (CabinetMember member : cabinet.members()) {
            ByteSource content = ByteSource.of(member.name(), cabinet.readAll(member, LIMITS.maxInMemory()));
            if (PeImage.isPe(content)) {
                images.add(Objects.requireNonNull(PeImage.read(content, LIMITS)));
            }
        }
        return images;
    }

    private static String outcome(Verification verification) throws IOException {
        try {
            verification.run();
            return "ACCEPTED";
        } catch (VerificationException e) {
            return e.problem().name();
        }
    }

    private interface Verification {
        void run() throws VerificationException, IOException;
    }
}

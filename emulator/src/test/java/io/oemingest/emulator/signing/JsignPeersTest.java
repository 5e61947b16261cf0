package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.LIMITS;
import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static io.oemingest.emulator.signing.SigningFixture.inspected;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.SignatureVerifier;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerifiedPackage;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jsign.AuthenticodeSigner;
import net.jsign.Signable;
import net.jsign.timestamp.TimestampingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a signing tool that nobody here wrote signs with exported keys is proved, to the last fact, and guarded. */
class JsignPeersTest {
    private static final TestPki PKI = TestPki.create(
            new PkiOptions("jsign", KeyKind.P_256, KeyKind.RSA_2048, EkuProfiles.DOCUMENTED), new SecureRandom(), TIME);
    private static final TrustPolicy INPUT =
            TrustPolicy.testInput(List.of(PKI.input().root()));
    private static final String CHANGED = "CONTENT_DIGEST: the file was changed after signing";

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private SigningFixture fixture;

    @BeforeAll
    static void exportedKeys() throws IOException {
        PkiExport.write(PKI, keys);
    }

    @BeforeEach
    void fixture() {
        fixture = new SigningFixture(folder);
    }

    @ParameterizedTest
    @MethodSource("twoProfiles")
    void aPeFileIsProvedWithSignerUsagesAndDigest(EkuProfile profile) throws Exception {
        byte[] image = SigningFixture.image();
        Path signed = signed("sample.dll", image, profile);
        assertThat(proved(signed, INPUT.withRequiredEkus(profile.ekus()))).isEqualTo(by(profile, digest(image), null));
        assertThat(afterChange(signed, 0x300)).isEqualTo(CHANGED);
    }

    @ParameterizedTest
    @MethodSource("twoProfiles")
    void aCabinetIsProvedWithSignerUsagesAndDigest(EkuProfile profile) throws Exception {
        byte[] cabinet = Files.readAllBytes(fixture.unsigned());
        Digest digest = Cabinet.read(ByteSource.of("a.spkg", cabinet), LIMITS).digest(DigestAlgorithm.SHA256);
        Path signed = signed("sample.spkg", cabinet, profile);
        assertThat(proved(signed, INPUT.withRequiredEkus(profile.ekus()))).isEqualTo(by(profile, digest, null));
        assertThat(afterChange(signed, cabinet.length / 2)).isEqualTo(CHANGED);
    }

    @ParameterizedTest
    @MethodSource("twoProfiles")
    void aCatalogIsProvedWithSignerAndUsages(EkuProfile profile) throws Exception {
        Path signed = signed("sample.cat", new SecurityCatalogBuilder(TIME).unsignedCatalog("a", List.of()), profile);
        assertThat(proved(signed, INPUT.withRequiredEkus(profile.ekus()))).isEqualTo(by(profile, null, null));
        // The identifier of the list.
        assertThat(afterChange(signed, 0x50)).isEqualTo("CONTENT_DIGEST: the signed content was changed");
    }

    static List<EkuProfile> twoProfiles() {
        return List.of(EkuProfile.OEM, EkuProfile.HAL);
    }

    @Test
    void aPackageWhosePartsItSignedIsGoodForTheService() throws Exception {
        Path image = signed("sample.dll", SigningFixture.image(), EkuProfile.HAL);
        Path unsigned = fixture.packed(
                Files.readAllBytes(image),
                (name, subjects) -> signedCatalog(new SecurityCatalogBuilder(TIME).unsignedCatalog(name, subjects)));
        Path file = signed("sample.spkg", Files.readAllBytes(unsigned), EkuProfile.OEM);
        VerifiedPackage verified = SigningFixture.verified(file, INPUT.withRequiredEkus(EkuProfile.OEM.ekus()));
        assertThat(verified)
                .isEqualTo(new VerifiedPackage(
                        proved(file, INPUT),
                        by(EkuProfile.OEM, null, null),
                        Map.of("3_sample.dll", by(EkuProfile.HAL, digest(SigningFixture.image()), null))));
        RetailSigner service = new RetailSigner(PKI, InputTrust.OWN, TIME, LIMITS);
        assertThat(inspected(service, file).ekus()).isEqualTo(EkuProfile.OEM.ekus());
    }

    @Test
    void aTimeStampOfTheEmulatorInItIsProved() throws Exception {
        try (IngestionEmulator emulator =
                IngestionEmulator.builder().quickKeys().time(TIME).start()) {
            Path file = Files.write(fixture.fresh("stamped.dll"), SigningFixture.image());
            AuthenticodeSigner stamping = signer(EkuProfile.OEM)
                    .withTimestamping(true)
                    .withTimestampingMode(TimestampingMode.RFC3161)
                    .withTimestampingAuthority(emulator.timestampUri().toString());
            jsign(stamping, file);
            assertThat(proved(file, INPUT.withTimestamps(emulator.retailRoots(), true)))
                    .isEqualTo(by(EkuProfile.OEM, digest(SigningFixture.image()), NOW));
            assertThat(outcome(file, INPUT))
                    .matches("TIMESTAMP: the time stamp does not hold: .*: no path of certificates leads from "
                            + "'CN=Emulated Retail Time Stamp Signer .*' to a trusted root");
        }
    }

    private static Digest digest(byte[] image) throws IOException {
        return PeImage.read(ByteSource.of("a.dll", image), LIMITS).digest(DigestAlgorithm.SHA256);
    }

    private static CodeSignature by(EkuProfile profile, @Nullable Digest content, @Nullable Instant stamped) {
        SignerCertificate signer =
                SignerCertificate.of(PKI.input().signer(profile).certificate());
        return new CodeSignature(
                signer, DigestAlgorithm.SHA256, content, stamped, false, "jsign", "http://jsign.test/", List.of());
    }

    private Path signed(String name, byte[] content, EkuProfile profile) throws IOException {
        Path file = Files.write(fixture.fresh(name), content);
        jsign(signer(profile), file);
        return file;
    }

    private byte[] signedCatalog(byte[] unsigned) throws IOException {
        return Files.readAllBytes(signed("content.cat", unsigned, EkuProfile.OEM));
    }

    private static void jsign(AuthenticodeSigner signer, Path file) throws IOException {
        try (Signable signable = Signable.of(file.toFile())) {
            signer.sign(signable);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static AuthenticodeSigner signer(EkuProfile profile) {
        Path file = keys.resolve("test-input-" + profile.id().toLowerCase(Locale.ROOT) + ".p12");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PkiExport.PASSWORD.toCharArray());
            return new AuthenticodeSigner(store, store.aliases().nextElement(), PkiExport.PASSWORD)
                    .withTimestamping(false)
                    .withProgramName("jsign")
                    .withProgramURL("http://jsign.test/");
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private String afterChange(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        return outcome(Files.write(fixture.fresh("changed"), bytes), INPUT);
    }

    private static String outcome(Path file, TrustPolicy policy) throws IOException {
        try {
            return "ACCEPTED " + proved(file, policy);
        } catch (VerificationException e) {
            return e.problem() + ": " + e.detail();
        }
    }

    private static CodeSignature proved(Path file, TrustPolicy policy) throws IOException, VerificationException {
        SignatureVerifier verifier = new SignatureVerifier(policy, LIMITS);
        try (ByteSource source = ByteSource.open(file)) {
            if (Cabinet.isCabinet(source)) {
                return verifier.verifyCabinet(Cabinet.read(source, LIMITS));
            }
            return PeImage.isPe(source)
                    ? verifier.verifyPe(PeImage.read(source, LIMITS))
                    : verifier.verifyCatalog(SecurityCatalog.read(source, LIMITS));
        }
    }
}

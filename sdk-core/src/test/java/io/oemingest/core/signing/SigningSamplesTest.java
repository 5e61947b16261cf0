package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real packages: what their signatures and catalogs say is what the bytes give. */
class SigningSamplesTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    static Stream<Path> cabinets() {
        return Samples.packages().stream();
    }

    static Stream<Path> packages() {
        return cabinets().filter(SigningSamplesTest::isPackage);
    }

    private static boolean isPackage(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.isPackage(Cabinet.read(source, LIMITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cabinets")
    void aCabinetHasTheDigestThatItsSignaturesName(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            CodeSignature signature = Objects.requireNonNull(CodeSignatures.ofCabinet(cabinet, LIMITS));
            List<CodeSignature> all = new ArrayList<>(signature.nested());
            all.add(signature);
            for (CodeSignature one : all) {
                Digest named = Objects.requireNonNull(one.contentDigest());
                assertThat(cabinet.digest(named.algorithm())).isEqualTo(named);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aCatalogListsExactlyTheOtherFiles(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
            SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("cat", firmware.catalogBytes()), LIMITS);
            Set<Digest> computed = new HashSet<>();
            firmware.cabinet().forEachMember((member, content) -> {
                if (!member.equals(firmware.catalogMember()) && member.size() > 0) {
                    CatalogSubject subject =
                            CatalogSubject.of(member.name(), ByteSource.of("m", content.readAllBytes()), LIMITS);
                    computed.add(subject.sha256());
                    computed.add(subject.sha1());
                }
            });
            assertThat(catalog.version()).isEqualTo(2);
            assertThat(catalog.members())
                    .extracting(CatalogMember::digest)
                    .containsExactlyInAnyOrderElementsOf(computed);
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void opensslPrintsTheSameSigner(Path file, @TempDir Path folder) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
            assertSignerAsOpensslPrints(
                    Objects.requireNonNull(CodeSignatures.ofCabinet(firmware.cabinet(), LIMITS)),
                    Objects.requireNonNull(firmware.cabinet().signatureArea()).readAll(LIMITS.maxInMemory()),
                    folder);
            SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("cat", firmware.catalogBytes()), LIMITS);
            assertSignerAsOpensslPrints(Objects.requireNonNull(catalog.signature()), firmware.catalogBytes(), folder);
        }
    }

    private static void assertSignerAsOpensslPrints(CodeSignature signature, byte[] p7, Path folder) throws Exception {
        Path message = Files.write(folder.resolve("signature.p7"), p7);
        Tools.Result certificates =
                Tools.run("openssl", "pkcs7", "-inform", "DER", "-in", message.toString(), "-print_certs");
        List<String> seen = new ArrayList<>();
        for (String pem : certificates.output().split("(?=-----BEGIN)")) {
            if (pem.startsWith("-----BEGIN")) {
                Path one = Files.writeString(folder.resolve("one.pem"), pem);
                Tools.Result facts = Tools.run(
                        "openssl",
                        "x509",
                        "-in",
                        one.toString(),
                        "-noout",
                        "-subject",
                        "-serial",
                        "-fingerprint",
                        "-nameopt",
                        "RFC2253",
                        "-ext",
                        "extendedKeyUsage");
                seen.add(facts.output());
            }
        }
        String thumbprint =
                signature.signer().thumbprint().toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        String own = seen.stream()
                .filter(text -> text.contains(thumbprint))
                .findFirst()
                .orElseThrow();
        assertThat(own).contains("subject=" + signature.signer().subject());
        assertThat(usages(own)).isEqualTo(signature.signer().ekuOids());
    }

    private static List<String> usages(String printed) {
        String[] lines = printed.strip().split("\n");
        String last = lines[lines.length - 1];
        return Stream.of(last.strip().split(", "))
                .map(usage -> usage.equals("Code Signing") ? "1.3.6.1.5.5.7.3.3" : usage)
                .toList();
    }

    @Test
    void aRetailPackageIsRefusedForItsSha1Signature() throws Exception {
        Path file = Samples.fileOrSkip("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        assertThat(Refusals.ofPackage(file, TrustPolicy.testInput(List.of())))
                .isEqualTo("WEAK_DIGEST: the signature uses the hash function SHA-1");
    }

    @Test
    void anyMutationOfARealSignatureIsReadOrRefused() throws Exception {
        Random random = new Random(20261122);
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                byte[] area = Objects.requireNonNull(
                                Cabinet.read(source, LIMITS).signatureArea())
                        .readAll(LIMITS.maxInMemory());
                assertMutationsAreReadOrRefused(area, random);
            }
        }
    }

    private static void assertMutationsAreReadOrRefused(byte[] area, Random random) throws IOException {
        int refused = 0;
        for (int run = 0; run < 300; run++) {
            byte[] changed = area.clone();
            for (int change = 0; change <= run % 4; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                SignatureFacts.of(SignedMessage.read(ByteSource.of("p7", changed), Location.ofFile("p7"), LIMITS));
            } catch (MalformedFileException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 290);
    }

    @Test
    void readsBothSignaturesOfARetailPackage() throws Exception {
        Path file = Samples.fileOrSkip("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        try (ByteSource source = ByteSource.open(file)) {
            CodeSignature signature =
                    Objects.requireNonNull(CodeSignatures.ofCabinet(Cabinet.read(source, LIMITS), LIMITS));
            assertThat(signature.digestAlgorithm()).isEqualTo(DigestAlgorithm.SHA1);
            assertThat(signature.programName()).isEqualTo("Nokia");
            assertThat(signature.moreInfo()).isEqualTo("http://www.nokia.com");
            assertThat(signature.timestamp()).isEqualTo("2014-04-07T16:05:48Z");
            assertThat(signature.ekus()).isEqualTo(EkuCombination.NONE);
            assertThat(signature.nested()).hasSize(1);
            CodeSignature nested = signature.nested().get(0);
            assertThat(nested.digestAlgorithm()).isEqualTo(DigestAlgorithm.SHA256);
            assertThat(nested.timestamp()).isEqualTo("2014-04-07T16:05:50.492Z");
            assertThat(nested.signer().notAfter()).isEqualTo("2014-12-24T17:41:41Z");
            assertThat(nested.ekus()).isEqualTo(EkuCombination.of("1.3.6.1.4.1.311.76.8.1"));
        }
    }
}

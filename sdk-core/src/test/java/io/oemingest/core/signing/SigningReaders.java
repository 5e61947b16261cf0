package io.oemingest.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The readers and verifiers of this package under attack. */
public final class SigningReaders {
    private static final byte[] CONTENT = "{\"ticket\":\"TKT-SIGN-TEST-AB12CD\"}".getBytes(UTF_8);
    private static final TrustPolicy POLICY =
            TestPackages.POLICY.withTimestamps(List.of(TestTsa.ROOT.certificate()), false);
    private static final Location WHERE = Location.ofFile(HostileReader.FILE);

    private SigningReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader("catalog", SigningReaders::catalogs, SigningReaders::readCatalog),
                new HostileReader("ffu-catalog", SigningReaders::imageCatalogs, SigningReaders::readImageCatalog),
                new HostileReader("der", () -> List.of(detached()), SigningReaders::readDer),
                new HostileReader("page-hashes", () -> List.of(pageHashed()), SigningReaders::readPageHashes),
                new HostileReader("signature", SigningReaders::signatures, SigningReaders::readSignature),
                new HostileReader("detached-signature", () -> List.of(detached()), SigningReaders::verifyDetached),
                new HostileReader("signed-cabinet", SigningReaders::signedCabinets, SigningReaders::verifyCabinet),
                new HostileReader("signed-package", SigningReaders::signedPackages, SigningReaders::verifyPackage));
    }

    private static void readCatalog(ByteSource source) throws IOException {
        SecurityCatalog catalog = SecurityCatalog.read(source, HostileReader.LIMITS);
        Expect.same(catalog.list().entries().size(), catalog.members().size(), "every entry is a member");
        catalog.attributes();
    }

    private static void readImageCatalog(ByteSource source) throws IOException {
        new HashTableCatalogBuilder(TestPackages.TIME).hashTableDigest(source);
    }

    private static void readPageHashes(ByteSource source) throws IOException {
        PeImage image = PeImage.read(source, HostileReader.LIMITS);
        PageHashes hashes = PageHashes.of(image, HostileReader.LIMITS);
        if (hashes != null) {
            Long difference = hashes.firstDifference(image);
            Expect.that(difference != null || hashes.end() <= source.size(), "pages that fit lie in the file");
        }
    }

    private static byte[] pageHashed() throws IOException {
        byte[] image = PageHashesTest.image(0x20B, 0x1C4);
        Path folder = Files.createTempDirectory("pages");
        Path file = folder.resolve("signed.exe");
        PeImage read = PeImage.read(ByteSource.of("image", image), HostileReader.LIMITS);
        read.writeSigned(PageHashesTest.unsignedHashes(read), file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
    }

    private static void readDer(ByteSource source) throws IOException {
        byte[] bytes = source.readAll(HostileReader.LIMITS.maxInMemory());
        walk(DerNode.parse(bytes, WHERE));
    }

    private static void walk(DerNode node) throws IOException {
        switch (node.tag()) {
            case DerNode.INTEGER -> node.integer("integer");
            case DerNode.OID -> node.oid("oid");
            case DerNode.BMP_STRING -> node.bmpText();
            case DerNode.UTC_TIME, DerNode.GENERALIZED_TIME -> DerValues.time(node, "time");
            case DerNode.SEQUENCE, DerNode.SET -> {
                for (DerNode child : node.children()) {
                    walk(child);
                }
            }
            default -> Expect.that(node.encoded().length > node.content().length, "an element has a header");
        }
    }

    private static void readSignature(ByteSource source) throws IOException, VerificationException {
        SignedMessage message = SignedMessage.read(source, WHERE, HostileReader.LIMITS);
        SignatureFacts.of(message);
        new MessageVerifier(POLICY).verifyCode(message, Oids.SPC_INDIRECT_DATA);
    }

    private static void verifyDetached(ByteSource source) throws IOException, VerificationException {
        DetachedSignature.verify(CONTENT, source.readAll(HostileReader.LIMITS.maxInMemory()), TestIdentities.policy());
    }

    private static void verifyCabinet(ByteSource source) throws IOException, VerificationException {
        Cabinet cabinet = Cabinet.read(source, HostileReader.LIMITS);
        CodeSignatures.ofCabinet(cabinet, HostileReader.LIMITS);
        new PackageVerifier(POLICY, HostileReader.LIMITS).verifyCabinet(cabinet);
    }

    private static void verifyPackage(ByteSource source) throws IOException, VerificationException {
        FirmwarePackage firmware = FirmwarePackage.read(source, HostileReader.LIMITS);
        new PackageVerifier(POLICY, HostileReader.LIMITS).verify(firmware);
    }

    private static byte[] detached() {
        return DetachedSignature.sign(CONTENT, TestIdentities.manifestSigner(), TestIdentities.NOW);
    }

    private static List<byte[]> catalogs() throws Exception {
        return inFolder(packages -> {
            byte[] unsigned = TestPackages.member(packages.unsigned(), "content.cat");
            return List.of(unsigned, TestPackages.member(packages.signed(), "content.cat"));
        });
    }

    private static List<byte[]> imageCatalogs() throws IOException {
        byte[] catalog = new HashTableCatalogBuilder(TestPackages.TIME)
                .unsignedCatalog(Digest.of(DigestAlgorithm.SHA1, ByteSource.of("table", CONTENT)));
        return List.of(catalog);
    }

    private static List<byte[]> signatures() throws Exception {
        return inFolder(packages -> {
            List<byte[]> areas = new ArrayList<>();
            for (Path file : List.of(packages.signed(), stamped(packages))) {
                try (ByteSource source = ByteSource.open(file)) {
                    Cabinet cabinet = Cabinet.read(source, HostileReader.LIMITS);
                    areas.add(Objects.requireNonNull(cabinet.signatureArea()).readAll(1 << 16));
                }
            }
            return areas;
        });
    }

    private static List<byte[]> signedCabinets() throws Exception {
        return inFolder(packages -> List.of(Files.readAllBytes(stamped(packages))));
    }

    private static List<byte[]> signedPackages() throws Exception {
        return inFolder(packages -> List.of(Files.readAllBytes(packages.signed())));
    }

    private static Path stamped(TestPackages packages) throws Exception {
        return Forgery.by(TestPackages.OEM_SIGNER)
                .unsignedAttribute(Oids.TIMESTAMP_TOKEN, TestTsa.at(TestCertificate.NOW.minus(Duration.ofDays(2))))
                .cabinet(packages.unsigned(), packages.fresh("stamped.cab"));
    }

    @FunctionalInterface
    private interface Maker {
        List<byte[]> make(TestPackages packages) throws Exception;
    }

    private static List<byte[]> inFolder(Maker maker) throws Exception {
        Path folder = Files.createTempDirectory("signing");
        List<byte[]> made = maker.make(new TestPackages(folder));
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
        return made;
    }
}

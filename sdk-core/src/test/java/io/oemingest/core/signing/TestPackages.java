package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Packages made for tests, and one hierarchy of signers for them. */
final class TestPackages {
    static final EkuCombination OEM = EkuCombination.of(PhoneEku.OEM.oid());
    static final EkuCombination HAL = EkuCombination.of(PhoneEku.HAL.oid(), PhoneEku.HAL_EXTENSION.oid());
    static final FormatLimits LIMITS = FormatLimits.defaults();
    static final InstantSource TIME = InstantSource.fixed(TestCertificate.NOW);

    static final Issued ROOT = TestCertificate.root("Root");
    static final Issued AUTHORITY =
            TestCertificate.named("Package CA").authority(0).by(ROOT);
    static final Issued OEM_SIGNER = TestCertificate.signer(OEM).by(AUTHORITY);
    static final Issued HAL_SIGNER = TestCertificate.signer(HAL).by(AUTHORITY);
    static final TrustPolicy POLICY = TrustPolicy.emulatedRetail(List.of(ROOT.certificate()), TestCertificate.NOW)
            .withRequiredEkus(OEM);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path folder;
    private CabinetCompression compression = CabinetCompression.MSZIP;
    private PackageStyle style = PackageStyle.SPKG;
    private String subComponent = "MainOS";

    TestPackages(Path folder) {
        this.folder = folder;
    }

    TestPackages packed(CabinetCompression value) {
        compression = value;
        return this;
    }

    TestPackages style(PackageStyle value) {
        style = value;
        return this;
    }

    TestPackages subComponent(String value) {
        subComponent = value;
        return this;
    }

    Path fresh(String name) {
        return folder.resolve(COUNT.incrementAndGet() + "-" + name);
    }

    /** One text, one empty file, one image whose length is no multiple of 8, one cabinet. */
    Path unsigned() throws IOException {
        return unsigned(ByteSource.of("text", "Hello, phone.\n".getBytes(StandardCharsets.UTF_8)));
    }

    Path unsigned(ByteSource text) throws IOException {
        return unsigned(text, new SecurityCatalogBuilder(TIME));
    }

    Path unsigned(ByteSource text, CatalogMaker catalogs) throws IOException {
        PackageManifest.Builder facts = PackageManifest.builder(
                        style, PackageIdentity.of("Contoso", "Sample", subComponent))
                .version(FirmwareVersion.parse("1.2.3.4"))
                .ownerType("OEM")
                .releaseType("Production")
                .buildType("fre")
                .cpuType(style == PackageStyle.SPKG ? "ARM" : "arm")
                .partition("MainOS");
        if (style == PackageStyle.CBS) {
            facts.publicKeyToken("628844477771337a");
        }
        Path target = fresh("contoso.spkg");
        PackageWriter.of(facts.build())
                .compression(compression)
                .file("\\Windows\\System32\\hello.txt", text)
                .file("\\Windows\\System32\\empty.txt", ByteSource.of("empty", new byte[0]))
                .file("\\Windows\\System32\\sample.dll", ByteSource.of("sample.dll", image(5)))
                .writeTo(target, catalogs);
        return target;
    }

    Path signed() throws Exception {
        return signed(unsigned(), (part, name, present) -> OEM_SIGNER.identity());
    }

    Path signed(Path unsigned, SignerChooser chooser) throws Exception {
        Path target = fresh("signed.spkg");
        try (ByteSource source = ByteSource.open(unsigned)) {
            new PackageSigner(chooser, TIME, LIMITS).sign(FirmwarePackage.read(source, LIMITS), target, folder);
        }
        return target;
    }

    static VerifiedPackage verify(Path file, TrustPolicy policy) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return new PackageVerifier(policy, LIMITS).verify(FirmwarePackage.read(source, LIMITS));
        }
    }

    /** The same package with other files, and a good signature around them; a null content takes the file out. */
    Path rebuilt(Path signed, Map<String, byte[]> changes) throws Exception {
        Path unsigned = fresh("rebuilt.cab");
        try (ByteSource source = ByteSource.open(signed)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            CabinetWriter writer = CabinetWriter.create(compression);
            Map<String, byte[]> left = new HashMap<>(changes);
            for (CabinetMember member : cabinet.members()) {
                byte[] content = left.containsKey(member.name())
                        ? left.remove(member.name())
                        : cabinet.readAll(member, LIMITS.maxInMemory());
                if (content != null) {
                    writer.add(member, ByteSource.of(member.name(), content));
                }
            }
            left.forEach((name, content) -> writer.add(name, ByteSource.of(name, content)));
            writer.writeTo(unsigned);
        }
        return Forgery.by(OEM_SIGNER).cabinet(unsigned, fresh("rebuilt-signed.cab"));
    }

    static byte[] member(Path file, String name) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            return cabinet.readAll(Objects.requireNonNull(cabinet.find(name)), LIMITS.maxInMemory());
        }
    }

    Path write(String name, byte[] bytes) throws IOException {
        return Files.write(fresh(name), bytes);
    }

    /** A PE32 image with one section and {@code extra} bytes behind it. */
    static byte[] image(int extra) {
        ByteBuffer image = ByteBuffer.allocate(0x400 + extra).order(ByteOrder.LITTLE_ENDIAN);
        image.putShort(0, (short) 0x5A4D).putInt(60, 0x80);
        image.putInt(0x80, 0x4550).putShort(0x84, (short) 0x1C4).putShort(0x86, (short) 1);
        image.putShort(0x94, (short) (96 + 16 * 8)).putShort(0x96, (short) 0x22);
        image.putShort(0x98, (short) 0x10B);
        image.putInt(0x98 + 32, 0x1000).putInt(0x98 + 36, 0x200);
        image.putInt(0x98 + 56, 0x2000).putInt(0x98 + 60, 0x200);
        image.putInt(0x98 + 92, 16);
        int section = 0x98 + 96 + 16 * 8;
        image.putInt(section + 8, 0x200).putInt(section + 12, 0x1000);
        image.putInt(section + 16, 0x200).putInt(section + 20, 0x200);
        for (int at = 0x200; at < image.limit(); at++) {
            image.put(at, (byte) (at * 31));
        }
        return image.array();
    }
}

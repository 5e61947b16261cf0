package io.oemingest.emulator.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerifiedPackage;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.OutputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Packages and one PKI for the tests of this package. */
final class SigningFixture {
    static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    static final InstantSource TIME = InstantSource.fixed(NOW);
    static final FormatLimits LIMITS = FormatLimits.defaults();
    static final TestPki PKI = TestPki.create(PkiOptions.fast("unit"), new SecureRandom(), TIME);

    private final AtomicInteger count = new AtomicInteger();
    private final Path folder;

    SigningFixture(Path folder) {
        this.folder = folder;
    }

    Path fresh(String name) {
        return folder.resolve(count.incrementAndGet() + "-" + name);
    }

    /** A text and an image. */
    Path unsigned() throws IOException {
        return packed(image(), new SecurityCatalogBuilder(TIME));
    }

    Path packed(byte[] image, CatalogMaker catalogs) throws IOException {
        PackageManifest facts = PackageManifest.builder(
                        PackageStyle.SPKG, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                .version(FirmwareVersion.parse("1.2.3.4"))
                .ownerType("OEM")
                .releaseType("Production")
                .cpuType("ARM")
                .partition("MainOS")
                .build();
        Path target = fresh("contoso.spkg");
        PackageWriter.of(facts)
                .file("\\Windows\\hello.txt", ByteSource.of("t", "Hello".getBytes(StandardCharsets.UTF_8)))
                .file("\\Windows\\sample.dll", ByteSource.of("sample.dll", image))
                .writeTo(target, catalogs);
        return target;
    }

    Path testSigned(TestInputSigner signer) throws IOException {
        Path target = fresh("test-signed.spkg");
        signer.sign(unsigned(), target);
        return target;
    }

    Path signedBy(SigningIdentity signer) throws Exception {
        Path target = fresh("signed.spkg");
        try (ByteSource source = ByteSource.open(unsigned())) {
            new PackageSigner((part, name, present) -> signer, TIME, LIMITS)
                    .sign(FirmwarePackage.read(source, LIMITS), target, folder);
        }
        return target;
    }

    static TestInputSigner inputSigner(EkuProfile profile) {
        return new TestInputSigner(PKI.input(), profile, TIME);
    }

    static RetailSigner retailSigner() {
        return new RetailSigner(PKI, InputTrust.OWN, TIME, LIMITS);
    }

    static InputSignature inspected(RetailSigner signer, Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return signer.inspect(source);
        }
    }

    record Signed(Path file, OutputSignature output) {}

    Signed signed(RetailSigner signer, Path file) throws IOException, PackageRefusedException {
        return signed(signer, file, null);
    }

    Signed signedAs(EkuProfile profile, Path file) throws IOException, PackageRefusedException {
        return signed(retailSigner(), file, profile);
    }

    private Signed signed(RetailSigner signer, Path file, @Nullable EkuProfile instead)
            throws IOException, PackageRefusedException {
        Path target = fresh("retail.spkg");
        Path scratch = Files.createDirectory(fresh("scratch"));
        try (ByteSource source = ByteSource.open(file)) {
            return new Signed(target, signer.sign(source, target, scratch, instead));
        }
    }

    static VerifiedPackage verified(Path file, TrustPolicy policy) throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(file)) {
            return new PackageVerifier(policy, LIMITS).verify(FirmwarePackage.read(source, LIMITS));
        }
    }

    /** A PE32 image of headers and one section. */
    static byte[] image() {
        ByteBuffer image = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
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
        return image.array();
    }
}

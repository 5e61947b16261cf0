package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.internal.zip.ZipWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.testing.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One file of every kind, made by our own code or lying among the resources, and what is expected of it. */
final class InspectedFixtures {
    static final List<String> KINDS = List.of(
            "package",
            "package-cbs",
            "package-manifest",
            "difference-package",
            "cabinet",
            "catalog",
            "pe",
            "ffu",
            "acpi-table",
            "platform-config",
            "registry",
            "update-history",
            "update-input",
            "update-output",
            "oem-input",
            "feature-manifest",
            "image-customizations",
            "oem-device-platform",
            "device-layout",
            "submission-archive",
            "signed-archive",
            "submission-receipt",
            "validation-report",
            "xml",
            "text");

    private static final SecurityCatalogBuilder CATALOGS =
            new SecurityCatalogBuilder(InstantSource.fixed(Instant.parse("2016-01-01T00:00:00Z")));

    private InspectedFixtures() {}

    static ByteSource of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "package" -> file(unsignedPackage(folder));
            case "package-cbs" -> file(customizations(folder));
            case "package-manifest" -> manifest(folder);
            case "difference-package" -> file(difference(folder));
            case "cabinet" -> file(cabinet(folder));
            case "catalog" -> ByteSource.of("content.cat", catalog());
            case "pe" -> ByteSource.of("sample.dll", image());
            case "ffu" -> ByteSource.of("Contoso.ffu", TestImages.ffu());
            case "acpi-table" -> ByteSource.of("ssdt.aml", acpiTable());
            case "registry" -> ByteSource.of("OEMSettings.reg", registry());
            case "submission-archive" -> file(archive(folder, kind, "validation-report.json"));
            case "signed-archive" -> file(archive(folder, kind, "signed.json.p7s"));
            default -> resource(kind);
        };
    }

    /** The expected answer, with the size and digest of this very file. */
    static String expected(String kind, String extension, ByteSource file) throws IOException {
        try (InputStream text =
                InspectedFixtures.class.getResourceAsStream("/inspect/" + kind + "/expected" + extension)) {
            return new String(Objects.requireNonNull(text, kind + extension).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{size}", Long.toString(file.size()))
                    .replace("{bytes}", Value.bytes(file.size()).text())
                    .replace("{manifest}", manifestSize(file))
                    .replace("{sha256}", Digest.sha256(file).hex());
        }
    }

    /** What a package declares, which the kit's rule makes differ from the member's own size. */
    private static String manifestSize(ByteSource file) throws IOException {
        if (!file.name().endsWith(".spkg") || !FirmwarePackage.isPackage(Cabinet.read(file, FormatLimits.defaults()))) {
            return "";
        }
        return FirmwarePackage.read(file, FormatLimits.defaults()).manifest().files().stream()
                .filter(each -> each.cabPath().equals("man.dsm.xml"))
                .map(each -> Long.toString(each.size()))
                .findFirst()
                .orElseThrow();
    }

    private static ByteSource file(Path path) throws IOException {
        return ByteSource.of(path.getFileName().toString(), Files.readAllBytes(path));
    }

    private static ByteSource resource(String kind) throws IOException {
        URL folder = Objects.requireNonNull(InspectedFixtures.class.getResource("/inspect/" + kind), kind);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return file(files.filter(each -> !each.getFileName().toString().startsWith("expected"))
                    .findFirst()
                    .orElseThrow());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    static Path unsignedPackage(Path folder) throws IOException {
        Path target = folder.resolve("Contoso.Sample.MainOS.spkg");
        PackageManifest manifest = PackageManifest.builder(
                        PackageStyle.SPKG, PackageIdentity.of("Contoso", "Sample", "MainOS"))
                .version(FirmwareVersion.parse("1.40.55.808"))
                .ownerType("OEM")
                .releaseType("Production")
                .buildType("Retail")
                .cpuType("ARM")
                .partition("MainOS")
                .platform("QC8974")
                .build();
        PackageWriter.of(manifest)
                .compression(CabinetCompression.STORED)
                .file("\\Windows\\System32\\a.cfg", text("a.cfg", "a = 1"))
                .file("\\Windows\\System32\\sample.dll", ByteSource.of("sample.dll", image()))
                .writeTo(target, CATALOGS);
        return target;
    }

    private static Path customizations(Path folder) throws IOException {
        PackageManifest manifest = PackageManifest.retail(
                        PackageStyle.CBS, PackageIdentity.of("Contoso", "DEMO_ROW", "Customizations.MainOS"))
                .version(FirmwareVersion.parse("1.40.55.808"))
                .build();
        Path target = folder.resolve("Contoso.DEMO_ROW.Customizations.MainOS.cab");
        String key = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";
        PackageWriter.of(manifest)
                .compression(CabinetCompression.STORED)
                .registry(List.of(
                        RegistryValue.text(key, "PhoneManufacturer", "CONTOSO"),
                        RegistryValue.text(key, "PhoneManufacturerModelName", "D100_ROW")))
                .writeTo(target, CATALOGS);
        return target;
    }

    private static Path difference(Path folder) throws IOException {
        ByteSource changes = resource("difference-package");
        ByteSource target = manifest(folder);
        Path file = folder.resolve("Contoso.Sample.MainOS.spku");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        writer.add("man.dsm.xml", target);
        writer.add(changes.name(), changes);
        writer.writeTo(file);
        return file;
    }

    private static ByteSource manifest(Path folder) throws IOException {
        return FileExtractor.open(file(unsignedPackage(folder)), FormatLimits.defaults())
                .load("man.dsm.xml", FormatLimits.defaults());
    }

    static Path cabinet(Path folder) throws IOException {
        LocalDateTime modified = LocalDateTime.parse("2016-03-01T10:20:30");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.lzx(21));
        writer.add(new CabinetMember("hello.txt", 14, 0, 0, modified, 0x20), text("hello.txt", "Hello, phone.\n"));
        writer.add(new CabinetMember("sub\\empty.txt", 0, 0, 0, modified, 0x20), text("empty.txt", ""));
        Path target = folder.resolve("Contoso.cab");
        writer.writeTo(target);
        return target;
    }

    private static byte[] catalog() throws IOException {
        return CATALOGS.unsignedCatalog(
                "Contoso.Sample.MainOS",
                List.of(
                        CatalogSubject.of("a.cfg", text("a.cfg", "a = 1"), FormatLimits.defaults()),
                        CatalogSubject.of("b.dll", ByteSource.of("b.dll", image()), FormatLimits.defaults())));
    }

    /** An ARM image with one section. */
    static byte[] image() {
        ByteBuffer image = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
        image.putShort(0, (short) 0x5A4D).putInt(60, 0x80);
        image.putInt(0x80, 0x4550).putShort(0x84, (short) 0x1C4).putShort(0x86, (short) 1);
        image.putShort(0x94, (short) (96 + 16 * 8)).putShort(0x96, (short) 0x22);
        image.putShort(0x98, (short) 0x10B).putInt(0x98 + 92, 16);
        int section = 0x98 + 96 + 16 * 8;
        image.putInt(section + 8, 0x200).putInt(section + 12, 0x1000);
        image.putInt(section + 16, 0x200).putInt(section + 20, 0x200);
        return image.array();
    }

    private static byte[] acpiTable() {
        ByteBuffer table = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
        table.put("SSDT".getBytes(StandardCharsets.US_ASCII))
                .putInt(36)
                .put((byte) 2)
                .put((byte) 0);
        table.put("CONTO DEMO100 ".getBytes(StandardCharsets.US_ASCII)).putInt(7);
        table.put("MSFT".getBytes(StandardCharsets.US_ASCII)).putInt(0x05000000);
        int sum = 0;
        for (byte each : table.array()) {
            sum += each;
        }
        return table.put(9, (byte) -sum).array();
    }

    private static byte[] registry() {
        String key = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";
        return new RegistryFile(List.of(
                        RegistryValue.text(key, "PhoneManufacturer", "CONTOSO"),
                        new RegistryValue(key, "PhoneHardwareRevision", "REG_EXPAND_SZ", "2.0.0.3"),
                        new RegistryValue("HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso", "", "REG_DWORD", "0000000a")))
                .toBytes();
    }

    private static Path archive(Path folder, String kind, String another) throws IOException {
        Path target = folder.resolve(kind + ".zip");
        ByteSource manifest = resource(kind);
        try (ZipWriter zip = ZipWriter.create(target)) {
            zip.addText(manifest.name(), manifest.readAll(1 << 20));
            if (another.endsWith(".p7s")) {
                zip.addText(another, new byte[] {0x30});
            }
            zip.addStored("packages/Contoso.BASE.Phone.MainOS.spkg", text("package", "package"), ProgressListener.NONE);
            if (!another.endsWith(".p7s")) {
                zip.addText(another, new byte[] {'{', '}', '\n'});
            }
            zip.finish();
        }
        return target;
    }

    static ByteSource text(String name, String text) {
        return ByteSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}

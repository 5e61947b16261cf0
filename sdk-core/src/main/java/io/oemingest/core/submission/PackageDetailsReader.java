package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pkg.FileType;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.submission.PackageDetails.DriverFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks into a package. Its members are unpacked once, and only if some of them have to be read. */
final class PackageDetailsReader {
    private static final Set<String> TABLES = Set.of("aml", "acp");
    private static final Set<String> CERTIFICATES = Set.of("cer", "crt", "der");
    private static final Set<String> APPS = Set.of("xap", "appx", "appxbundle");
    private static final String DEVICE_PLATFORM = "\\windows\\imageupdate\\oemdeviceplatform.xml";
    // Where packages keep their own CBS form, whose extension is that of applications.
    private static final String DOWNLEVEL = "\\windows\\packages\\downlevelmetadata\\";

    private final FirmwarePackage source;
    private final FormatLimits limits;
    private final List<PlacedTable> tables = new ArrayList<>();
    private final List<DriverFile> drivers = new ArrayList<>();
    private final List<String> testCertificates = new ArrayList<>();
    private byte @Nullable [] catalog;

    private PackageDetailsReader(FirmwarePackage source, FormatLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    static PackageDetails read(FirmwarePackage source, FormatLimits limits) throws IOException {
        PackageDetailsReader reader = new PackageDetailsReader(source, limits);
        reader.readMembers();
        return new PackageDetails(
                (int) source.manifest().files().stream()
                        .filter(file -> !file.isMetadata())
                        .count(),
                source.deviceTargeting(),
                source.problems(),
                ContentDigest.of(source, reader.catalog, limits),
                reader.tables,
                reader.drivers,
                reader.testCertificates,
                reader.apps(),
                reader.isDevicePlatform());
    }

    private void readMembers() throws IOException {
        Map<String, PackageFile> wanted = source.manifest().files().stream()
                .filter(file -> isTable(file) || isCertificate(file) || isSetupFile(file))
                .collect(Collectors.toMap(file -> fold(file.cabPath()), Function.identity(), (one, other) -> one));
        if (!wanted.isEmpty()) {
            source.cabinet().forEachMember((member, content) -> {
                PackageFile file = wanted.get(fold(member.name()));
                if (member.size() > limits.maxInMemory()) {
                    return;
                }
                if (member.equals(source.catalogMember())) {
                    catalog = content.readNBytes((int) member.size());
                } else if (file != null) {
                    readMember(file, member, content);
                }
            });
        }
    }

    private void readMember(PackageFile file, CabinetMember member, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((int) member.size());
        if (isCertificate(file)) {
            if (TestCertificates.isOne(bytes)) {
                testCertificates.add(file.devicePath());
            }
            return;
        }
        if (isSetupFile(file)) {
            DriverVersion version = DriverVersion.of(bytes);
            if (version != null) {
                drivers.add(new DriverFile(file.devicePath(), version));
            }
            return;
        }
        try {
            AcpiTable table = AcpiTable.read(ByteSource.of(member.name(), bytes));
            tables.add(new PlacedTable(file.devicePath(), table, Digest.sha256(bytes)));
        } catch (MalformedFileException e) {
            // A file in PLAT may be called so and be no table; then there is nothing to compare.
            return;
        }
    }

    private boolean isDevicePlatform() {
        return source.manifest().files().stream()
                .anyMatch(file -> fold(file.devicePath()).equals(DEVICE_PLATFORM));
    }

    private static boolean isSetupFile(PackageFile file) {
        return extension(file.devicePath()).equals("inf");
    }

    private List<String> apps() {
        return source.manifest().files().stream()
                .map(PackageFile::devicePath)
                .filter(path -> APPS.contains(extension(path)) && !fold(path).startsWith(DOWNLEVEL))
                .toList();
    }

    private boolean isTable(PackageFile file) {
        return "PLAT".equalsIgnoreCase(source.manifest().partition()) && TABLES.contains(extension(file.devicePath()));
    }

    private static boolean isCertificate(PackageFile file) {
        return file.type() == FileType.CERTIFICATES || CERTIFICATES.contains(extension(file.devicePath()));
    }

    private static String extension(String path) {
        return fold(path.substring(path.lastIndexOf('.') + 1));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

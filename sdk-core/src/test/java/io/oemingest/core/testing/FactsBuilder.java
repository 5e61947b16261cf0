package io.oemingest.core.testing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.acpi.AcpiTable;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.submission.DriverVersion;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageDetails;
import io.oemingest.core.submission.PackageDetails.DriverFile;
import io.oemingest.core.submission.PackageFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts of a package that breaks no rule, to be spoiled one value at a time. */
public final class FactsBuilder {
    private final PackageIdentity identity;
    private String extension = ".spkg";
    private FirmwareVersion version = FirmwareVersion.parse("1.40.55.808");
    private String ownerType = "OEM";
    private String releaseType = "Production";
    private String partition = "MainOS";
    private boolean removal;
    private boolean binaryPartition;
    private String platform = "QC8974";
    private int files = 1;
    private DeviceTargeting targeting;
    private final List<PackageProblem> problems = new ArrayList<>();
    private Digest content = Digest.sha256(new byte[] {1});
    private final List<PlacedTable> tables = new ArrayList<>();
    private final List<DriverFile> drivers = new ArrayList<>();
    private final List<String> certificates = new ArrayList<>();
    private final List<String> apps = new ArrayList<>();
    private boolean devicePlatform;

    private FactsBuilder(PackageIdentity identity) {
        this.identity = identity;
    }

    public static FactsBuilder contoso(String subComponent) {
        return new FactsBuilder(PackageIdentity.of("Contoso", "BASE.Phone", subComponent));
    }

    public static FactsBuilder of(PackageIdentity identity) {
        return new FactsBuilder(identity);
    }

    public FactsBuilder extension(String value) {
        extension = value;
        return this;
    }

    public FactsBuilder version(String value) {
        version = FirmwareVersion.parse(value);
        return this;
    }

    public FactsBuilder ownerType(String value) {
        ownerType = value;
        return this;
    }

    public FactsBuilder releaseType(String value) {
        releaseType = value;
        return this;
    }

    public FactsBuilder partition(String value) {
        partition = value;
        return this;
    }

    public FactsBuilder removal() {
        removal = true;
        return this;
    }

    public FactsBuilder binaryPartition() {
        binaryPartition = true;
        return this;
    }

    public FactsBuilder targeting(Map<String, String> values) {
        targeting = new DeviceTargeting(Location.ofPart(path(), "2_OEMSett.reg"), values);
        return this;
    }

    /** Variant settings may lie in provisioning data too. */
    public FactsBuilder provisioned() {
        targeting = new DeviceTargeting(targeting.location(), targeting.values(), targeting.places(), true);
        return this;
    }

    public FactsBuilder platform(String value) {
        platform = value;
        return this;
    }

    public FactsBuilder files(int value) {
        files = value;
        return this;
    }

    public FactsBuilder problem(PackageProblem.Kind kind) {
        return problem(kind, null);
    }

    /** {@code part} is a device path, null if the package as a whole is broken. */
    public FactsBuilder problem(PackageProblem.Kind kind, String part) {
        problems.add(new PackageProblem(kind, part, "is broken"));
        return this;
    }

    /** Null for a package whose content is not known. */
    public FactsBuilder content(String value) {
        content = value == null ? null : Digest.sha256(value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public FactsBuilder table(String devicePath, byte[] bytes) throws IOException {
        AcpiTable table = AcpiTable.read(ByteSource.of(devicePath, bytes));
        tables.add(new PlacedTable(devicePath, table, Digest.sha256(bytes)));
        return this;
    }

    public FactsBuilder driver(String devicePath, String date, String number) {
        drivers.add(
                new DriverFile(devicePath, new DriverVersion(LocalDate.parse(date), FirmwareVersion.parse(number))));
        return this;
    }

    public FactsBuilder testCertificate(String devicePath) {
        certificates.add(devicePath);
        return this;
    }

    public FactsBuilder app(String devicePath) {
        apps.add(devicePath);
        return this;
    }

    public FactsBuilder devicePlatform() {
        devicePlatform = true;
        return this;
    }

    public PackageFacts build() {
        FileFacts file = new FileFacts(path(), 7, Digest.sha256(path().getBytes(StandardCharsets.UTF_8)));
        PackageAttributes attributes =
                new PackageAttributes(ownerType, releaseType, partition, platform, removal, binaryPartition);
        return new PackageFacts(
                file, identity.name(), PackageStyle.SPKG, identity, version, attributes, null, details());
    }

    private PackageDetails details() {
        return new PackageDetails(
                files, targeting, problems, content, tables, drivers, certificates, apps, devicePlatform);
    }

    private String path() {
        return "packages/" + identity.name() + extension;
    }
}

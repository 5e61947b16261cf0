package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.internal.wire.AcpiTableJson;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.internal.wire.PackageDetailsJson;
import io.oemingest.core.internal.wire.PackageDetailsJson.DifferenceJson;
import io.oemingest.core.internal.wire.PackageDetailsJson.DriverJson;
import io.oemingest.core.internal.wire.PackageDetailsJson.TargetingJson;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.PackageDetails.DriverFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What only the inside of a package tells, to and from JSON. */
final class PackageDetailsFormat {
    private final JsonFields fields;
    private final String path;

    /** For the details that stand at a JSON path. */
    PackageDetailsFormat(JsonFields fields, String path) {
        this.fields = fields;
        this.path = path;
    }

    static PackageDetailsJson toWire(PackageFacts facts) {
        PackageDetails details = facts.details();
        return new PackageDetailsJson(
                facts.path(),
                details.files(),
                details.targeting() == null ? null : toWire(details.targeting()),
                details.problems().stream()
                        .map(each -> new DifferenceJson(each.kind().name(), each.part(), each.text()))
                        .toList(),
                details.content() == null ? null : details.content().hex(),
                details.acpiTables().stream().map(AcpiTableJson::of).toList(),
                details.drivers().stream().map(PackageDetailsFormat::toWire).toList(),
                details.testCertificates(),
                details.apps(),
                details.devicePlatform());
    }

    PackageDetails toModel(PackageDetailsJson json) throws MalformedFileException {
        if (json.files() < 0) {
            throw fields.malformed(path + ".files", "is negative");
        }
        return new PackageDetails(
                json.files(),
                json.targeting() == null ? null : targeting(json.targeting()),
                fields.list(path + ".problems", json.problems(), this::problem),
                json.contentSha256() == null ? null : fields.sha256(path + ".contentSha256", json.contentSha256()),
                fields.list(path + ".acpiTables", json.acpiTables(), (at, each) -> each.toModel(fields.file(), at)),
                fields.list(path + ".drivers", json.drivers(), this::driver),
                json.testCertificates(),
                json.apps(),
                json.devicePlatform());
    }

    private static TargetingJson toWire(DeviceTargeting targeting) {
        Map<String, LocationJson> places = new TreeMap<>();
        targeting.places().forEach((name, place) -> places.put(name, LocationJson.of(place)));
        return new TargetingJson(
                LocationJson.of(targeting.location()), targeting.values(), places, targeting.provisioned());
    }

    private static DriverJson toWire(DriverFile driver) {
        DriverVersion version = driver.version();
        return new DriverJson(
                driver.devicePath(), version.date().toString(), version.number().toString());
    }

    private @Nullable DeviceTargeting targeting(TargetingJson json) throws MalformedFileException {
        Map<String, Location> places = new TreeMap<>();
        for (Map.Entry<String, LocationJson> each : json.places().entrySet()) {
            places.put(each.getKey(), fields.location(path + ".targeting.places", each.getValue()));
        }
        return new DeviceTargeting(
                fields.location(path + ".targeting.location", json.location()),
                json.values(),
                places,
                json.provisioned());
    }

    private PackageProblem problem(String at, DifferenceJson json) throws MalformedFileException {
        return new PackageProblem(
                fields.constant(at + ".kind", json.kind(), PackageProblem.Kind.values()), json.part(), json.text());
    }

    private DriverFile driver(String at, DriverJson json) throws MalformedFileException {
        FirmwareVersion number = fields.value(at + ".number", json.number(), FirmwareVersion::parse);
        return new DriverFile(
                json.devicePath(),
                new DriverVersion(fields.value(at + ".date", json.date(), PackageDetailsFormat::date), number));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not a date: '" + text + "'", e);
        }
    }
}

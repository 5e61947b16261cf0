package io.oemingest.core.internal.wire.update;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.acpi.AcpiTableChange;
import io.oemingest.core.internal.wire.AcpiTableJson;
import io.oemingest.core.internal.wire.UpdateContentJson;
import io.oemingest.core.internal.wire.UpdateContentJson.PackageChangeJson;
import io.oemingest.core.internal.wire.UpdateContentJson.TableChangeJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateContent.Change;
import io.oemingest.core.update.UpdateContent.PackageChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an update brings, to and from its JSON; what does not fit is a {@link MalformedFileException} with its path. */
public final class ContentWire {
    /** Far above every package, and so far below what a number holds that sums of sizes stay in it too. */
    private static final long MOST_BYTES = 1L << 40;

    private ContentWire() {}

    public static UpdateContentJson toWire(UpdateContent content) {
        return new UpdateContentJson(
                content.packages().stream().map(ContentWire::toWire).toList(),
                content.tables().stream()
                        .map(each ->
                                new TableChangeJson(AcpiTableJson.of(each.before()), AcpiTableJson.of(each.after())))
                        .toList(),
                ReportWire.toWire(content.problems()),
                content.partitions(),
                content.canBeMade(),
                content.spaceOfDifferences(),
                content.spaceOfWholePackages());
    }

    public static UpdateContent toModel(UpdateContentJson json, String sourceName) throws MalformedFileException {
        List<PackageChange> packages = new ArrayList<>();
        for (PackageChangeJson each : required(json.packages(), sourceName, "$.packages")) {
            packages.add(change(each, sourceName, "$.packages[" + packages.size() + "]"));
        }
        List<AcpiTableChange> tables = new ArrayList<>();
        for (TableChangeJson each : required(json.tables(), sourceName, "$.tables")) {
            String path = "$.tables[" + tables.size() + "]";
            tables.add(new AcpiTableChange(
                    required(each.before(), sourceName, path + ".before").toModel(sourceName, path + ".before"),
                    required(each.after(), sourceName, path + ".after").toModel(sourceName, path + ".after")));
        }
        return new UpdateContent(
                packages,
                tables,
                ReportWire.toModel(required(json.problems(), sourceName, "$.problems"), sourceName, "$.problems"));
    }

    private static PackageChangeJson toWire(PackageChange change) {
        return new PackageChangeJson(
                change.name(),
                change.change().text(),
                text(change.before()),
                text(change.now()),
                change.partition(),
                change.size());
    }

    private static PackageChange change(PackageChangeJson json, String sourceName, String path)
            throws MalformedFileException {
        String word = required(json.change(), sourceName, path + ".change");
        return new PackageChange(
                required(json.name(), sourceName, path + ".name"),
                Objects.requireNonNullElse(Change.parseOrNull(word), Change.UNRECOGNIZED),
                version(json.versionBefore(), sourceName, path + ".versionBefore"),
                version(json.versionNow(), sourceName, path + ".versionNow"),
                required(json.partition(), sourceName, path + ".partition"),
                convert(json.size(), ContentWire::size, sourceName, path + ".size"));
    }

    private static long size(long bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("is not the size of a package: " + bytes);
        }
        return bytes;
    }

    private static @Nullable FirmwareVersion version(@Nullable String text, String sourceName, String path)
            throws MalformedFileException {
        return text == null ? null : convert(text, FirmwareVersion::parse, sourceName, path);
    }

    private static @Nullable String text(@Nullable FirmwareVersion version) {
        return version == null ? null : version.toString();
    }
}

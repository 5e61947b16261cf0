package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the targeting values of a package {@code <owner>.<device>.Customizations.<partition>}. No real one was seen, so
 * that the registry key is known by its end alone, whatever hive it is spelled with.
 */
final class TargetingFinder {
    private static final String KEY = "\\SYSTEM\\Platform\\DeviceTargetingInfo";
    // Where the kit puts what sets variant settings; how these files name them is not known for certain.
    private static final List<String> PROVISIONING = List.of(
            "\\programs\\commonfiles\\adc\\",
            "\\programs\\phoneprovisioner_oem\\",
            "\\migrators\\dumigrationprovisioneroem\\");

    private final FirmwarePackage source;
    private final PackageLayout layout;
    private final FormatLimits limits;
    private final PackageStyle style;
    private final Set<String> registryFiles;
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Location> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Location last;

    private TargetingFinder(FirmwarePackage source, PackageLayout layout, FormatLimits limits) {
        this.source = source;
        this.layout = layout;
        this.limits = limits;
        this.style = source.manifest().style();
        this.registryFiles = source.manifest().files().stream()
                .filter(file -> file.fileType().equalsIgnoreCase("Registry"))
                .map(file -> key(file.cabPath()))
                .collect(Collectors.toSet());
    }

    static @Nullable DeviceTargeting find(FirmwarePackage source, PackageLayout layout, FormatLimits limits)
            throws IOException {
        String subComponent = source.manifest().identity().subComponent();
        if (subComponent == null || !subComponent.toLowerCase(Locale.ROOT).startsWith("customizations.")) {
            return null;
        }
        TargetingFinder finder = new TargetingFinder(source, layout, limits);
        // One pass over the data, however many members hold registry values.
        source.cabinet().forEachMember(finder::visit);
        return finder.result();
    }

    private void visit(CabinetMember each, InputStream content) throws IOException {
        String name = key(each.name());
        if (registryFiles.contains(name)) {
            add(
                    each,
                    RegistryFile.read(layout.text(each, content, limits), limits)
                            .values());
        } else if (style == PackageStyle.CBS && name.endsWith(Component.ENDING)) {
            add(
                    each,
                    ComponentReader.read(each.name(), layout.text(each, content, limits), limits)
                            .registry());
        }
    }

    private void add(CabinetMember from, List<RegistryValue> found) {
        Location place = Location.ofPart(source.fileName(), from.name());
        for (RegistryValue value : found) {
            if (value.isText() && isTargetingKey(value.key())) {
                values.put(value.name(), value.data());
                places.put(value.name(), place);
                last = place;
            }
        }
    }

    private boolean isProvisioned() {
        return source.manifest().files().stream()
                .map(file -> key(file.devicePath()))
                .anyMatch(path -> PROVISIONING.stream().anyMatch(path::contains));
    }

    private static String key(String memberName) {
        return memberName.replace('/', '\\').toLowerCase(Locale.ROOT);
    }

    private static boolean isTargetingKey(String key) {
        return key.regionMatches(true, key.length() - KEY.length(), KEY, 0, KEY.length());
    }

    private @Nullable DeviceTargeting result() {
        return last == null ? null : new DeviceTargeting(last, values, places, isProvisioned());
    }
}

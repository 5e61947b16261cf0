package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the targeting values of a package {@code <owner>.<device>.Customizations.<partition>}. */
final class TargetingFinder {
    private static final String KEY = "\\SYSTEM\\Platform\\DeviceTargetingInfo";

    private final FirmwarePackage source;
    private final FormatLimits limits;
    private final Map<String, String> values = new HashMap<>();
    private @Nullable String member;

    private TargetingFinder(FirmwarePackage source, FormatLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    static @Nullable DeviceTargeting find(FirmwarePackage source, FormatLimits limits) throws IOException {
        String subComponent = source.manifest().identity().subComponent();
        if (subComponent == null || !subComponent.toLowerCase(Locale.ROOT).startsWith("customizations.")) {
            return null;
        }
        TargetingFinder finder = new TargetingFinder(source, limits);
        if (source.manifest().style() == PackageStyle.SPKG) {
            finder.readRegistryFiles();
        } else {
            finder.readComponentManifests();
        }
        return finder.result();
    }

    private void readRegistryFiles() throws IOException {
        for (PackageFile file : source.manifest().files()) {
            CabinetMember content = source.cabinet().find(file.cabPath());
            if (file.fileType().equalsIgnoreCase("Registry") && content != null) {
                add(content, RegistryFile.read(text(content), limits).values());
            }
        }
    }

    private void readComponentManifests() throws IOException {
        for (CabinetMember each : source.cabinet().members()) {
            if (each.name().toLowerCase(Locale.ROOT).endsWith(".manifest")) {
                add(each, ComponentManifest.registryValues(text(each), limits));
            }
        }
    }

    private ByteSource text(CabinetMember each) throws IOException {
        String name = source.fileName() + "/" + each.name();
        return ByteSource.of(name, source.cabinet().readAll(each, limits.maxInMemory()));
    }

    private void add(CabinetMember from, List<RegistryValue> found) {
        for (RegistryValue value : found) {
            if (value.isText() && isTargetingKey(value.key())) {
                values.put(value.name(), value.data());
                member = from.name();
            }
        }
    }

    private static boolean isTargetingKey(String key) {
        return key.regionMatches(true, key.length() - KEY.length(), KEY, 0, KEY.length());
    }

    private @Nullable DeviceTargeting result() {
        return member == null ? null : new DeviceTargeting(Location.ofPart(source.fileName(), member), values);
    }
}

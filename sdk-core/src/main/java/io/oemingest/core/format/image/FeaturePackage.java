package io.oemingest.core.format.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code PackageFile} of a {@link FeatureManifest}.
 *
 * @param attributes as written, by name; those that the schema does not know are left out
 * @param featureIds the features that bring the package; empty outside the feature sections
 */
public record FeaturePackage(Section section, Map<String, String> attributes, List<String> featureIds) {
    // In the order in which Microsoft's tools write them.
    static final List<String> ATTRIBUTES = List.of(
            "Path",
            "LangPath",
            "Name",
            "NoBasePackage",
            "FeatureIdentifierPackage",
            "Resolution",
            "Language",
            "Wow",
            "LangWow",
            "ResWow",
            "CPUType",
            "Partition",
            "PublicKey",
            "BinaryPartition",
            "ID",
            "Version",
            "SOC",
            "SV",
            "Device",
            "ReleaseType",
            "Type");

    /** Where the package stands, which tells what selects it, in the order in which Microsoft's tools write them. */
    public enum Section {
        BASE("BasePackages", null),
        /** The element is the package itself; its name holds a variable. */
        BOOT_UI_LANGUAGE("BootUILanguagePackageFile", null),
        /** The element is the package itself; its name holds a variable. */
        BOOT_LOCALE("BootLocalePackageFile", null),
        MICROSOFT_FEATURES("Microsoft", null),
        OEM_FEATURES("OEM", null),
        CPU("CPUPackages", null),
        RELEASE("ReleasePackages", "ReleaseType"),
        PRERELEASE("PrereleasePackages", "Type"),
        OEM_DEVICE_PLATFORM("OEMDevicePlatformPackages", "Device"),
        DEVICE_LAYOUT("DeviceLayoutPackages", "SOC"),
        SOC("SOCPackages", "SOC"),
        SV("SVPackages", "SV"),
        DEVICE_SPECIFIC("DeviceSpecificPackages", "Device"),
        SPEECH("SpeechPackages", null),
        KEYBOARD("KeyboardPackages", null);

        private final String element;
        private final @Nullable String selector;

        Section(String element, @Nullable String selector) {
            this.element = element;
            this.selector = selector;
        }

        /** Name of the element. */
        public String element() {
            return element;
        }

        /** The attribute that each package of the section must have, null if there is none. */
        public @Nullable String selector() {
            return selector;
        }

        boolean isFeatures() {
            return this == MICROSOFT_FEATURES || this == OEM_FEATURES;
        }

        boolean isPackage() {
            return this == BOOT_UI_LANGUAGE || this == BOOT_LOCALE;
        }
    }

    public FeaturePackage {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        featureIds = List.copyOf(featureIds);
    }

    /** File name, variables included. */
    public String name() {
        return attributes.getOrDefault("Name", "");
    }

    /** Folder of the package on the build machine, variables included. */
    public @Nullable String path() {
        return attributes.get("Path");
    }

    /** The partition it goes to. */
    public @Nullable String partition() {
        return attributes.get("Partition");
    }

    /** The value that selects the package within its section, null if the section has no selector. */
    public @Nullable String selectedBy() {
        String selector = section.selector();
        return selector == null ? null : attributes.get(selector);
    }
}

package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an answer file of the customization framework, such as {@code PhoneMetadataDeviceTargetingInfo.xml},
 * after Microsoft's "Phone metadata in DeviceTargetingInfo". No schema of it is published and no real file was seen, so
 * that only what the document shows is demanded: applications and assets are skipped, attributes may be absent.
 *
 * @param location of the root element
 * @param statics settings that hold for the whole image
 * @param targets what phones the variants are for
 * @param variants settings that differ by phone, operator or region
 */
public record ImageCustomizations(
        Location location, Header header, List<Settings> statics, List<Target> targets, List<Variant> variants) {

    /** Attributes of the root element. */
    public record Header(
            @Nullable String name,
            @Nullable String description,
            @Nullable String owner,
            @Nullable String ownerType) {}

    /** One value. */
    public record Setting(Location location, String name, String value) {}

    /**
     * Settings of one area.
     *
     * @param path such as {@code DeviceInfo/Static}
     */
    public record Settings(String path, List<Setting> values) {
        public Settings {
            values = List.copyOf(values);
        }
    }

    /** A condition on a phone, such as {@code MCC} being {@code 262}. */
    public record Condition(String name, String value) {}

    /**
     * A kind of phones.
     *
     * @param states sets of conditions, one of which must hold altogether
     */
    public record Target(String id, List<List<Condition>> states) {
        public Target {
            states = states.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Settings for some phones.
     *
     * @param targetRefs ids of targets
     */
    public record Variant(Location location, @Nullable String name, List<String> targetRefs, List<Settings> settings) {
        public Variant {
            targetRefs = List.copyOf(targetRefs);
            settings = List.copyOf(settings);
        }
    }

    public ImageCustomizations {
        statics = List.copyOf(statics);
        targets = List.copyOf(targets);
        variants = List.copyOf(variants);
    }

    /** Reads an answer file. @throws io.oemingest.core.format.MalformedFileException with line and column if it is none */
    public static ImageCustomizations read(ByteSource source, FormatLimits limits) throws IOException {
        return ImageCustomizationsReader.read(source, limits);
    }

    /**
     * The targeting values of each variant that has some, on top of the static ones: one for each phone and operator.
     * Without such a variant the static ones alone, none if there are none.
     */
    public List<DeviceTargeting> deviceTargeting() {
        return TargetingAnswers.of(this);
    }

    /** The answer file in the form of the document. */
    public byte[] toBytes() {
        return ImageCustomizationsWriter.write(this);
    }
}

package io.oemingest.core.format.image;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values under {@code HKLM\SYSTEM\Platform\DeviceTargetingInfo} by which updates find the phones of one maker,
 * model and operator.
 *
 * @param location where they were read
 * @param values text values by name, names compared ignoring case
 * @param places where each value stands, as exact as known
 * @param provisioned whether the package also has provisioning data, which may set further variant settings and is not read
 */
public record DeviceTargeting(
        Location location, Map<String, String> values, Map<String, Location> places, boolean provisioned) {

    public DeviceTargeting {
        values = ignoringCase(values);
        places = ignoringCase(places);
    }

    /** Values that all stand in one place. */
    public DeviceTargeting(Location location, Map<String, String> values) {
        this(location, values, Map.of(), false);
    }

    private static <T> Map<String, T> ignoringCase(Map<String, T> map) {
        Map<String, T> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(map);
        return Collections.unmodifiableMap(sorted);
    }

    /** The value of a setting as written; null if it is not set. */
    public @Nullable String text(TargetingSetting setting) {
        return values.get(setting.text());
    }

    /** Where a setting stands, or where it should if it is not set. */
    public Location place(TargetingSetting setting) {
        return places.getOrDefault(setting.text(), location);
    }

    /** {@code PhoneManufacturer}, the OEM's id. */
    public @Nullable String manufacturer() {
        return text(TargetingSetting.MANUFACTURER);
    }

    /** {@code PhoneManufacturerModelName}, not the marketing name. */
    public @Nullable String modelName() {
        return text(TargetingSetting.MANUFACTURER_MODEL_NAME);
    }

    /** {@code PhoneMobileOperatorName}, such as {@code 000-DE}. */
    public @Nullable String operatorName() {
        return text(TargetingSetting.OPERATOR_NAME);
    }

    /** {@code PhoneFirmwareRevision} as written, often with leading zeros. */
    public @Nullable String firmwareRevision() {
        return text(TargetingSetting.FIRMWARE_REVISION);
    }

    /** {@code PhoneFirmwareRevision} as a number to compare; null if it is not set or no version. */
    public @Nullable FirmwareVersion firmwareVersion() {
        String revision = firmwareRevision();
        return revision == null ? null : FirmwareVersion.parseOrNull(revision);
    }

    /** Maker, model and operator; null if one of them is not set. */
    public @Nullable PhoneOperatorPairing pairing() {
        String manufacturer = manufacturer();
        String model = modelName();
        String operator = operatorName();
        return manufacturer == null || model == null || operator == null
                ? null
                : new PhoneOperatorPairing(manufacturer, model, operator);
    }
}

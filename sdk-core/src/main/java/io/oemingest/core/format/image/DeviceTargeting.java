package io.oemingest.core.format.image;

import io.oemingest.core.format.Location;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values under {@code HKLM\SYSTEM\Platform\DeviceTargetingInfo} by which updates find their phones.
 *
 * @param location where they were read
 * @param values text values by name, names compared ignoring case
 */
public record DeviceTargeting(Location location, Map<String, String> values) {

    public DeviceTargeting {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(values);
        values = Collections.unmodifiableMap(sorted);
    }

    /** {@code PhoneManufacturer}, the OEM's id. */
    public @Nullable String manufacturer() {
        return values.get("PhoneManufacturer");
    }

    /** {@code PhoneManufacturerModelName}, not the marketing name. */
    public @Nullable String modelName() {
        return values.get("PhoneManufacturerModelName");
    }

    /** {@code PhoneMobileOperatorName}, such as {@code 000-DE}. */
    public @Nullable String operatorName() {
        return values.get("PhoneMobileOperatorName");
    }

    /** {@code PhoneFirmwareRevision}, often with leading zeros; compare it as a version. */
    public @Nullable String firmwareRevision() {
        return values.get("PhoneFirmwareRevision");
    }
}

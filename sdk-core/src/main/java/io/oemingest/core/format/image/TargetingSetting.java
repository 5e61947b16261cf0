package io.oemingest.core.format.image;

import java.util.Arrays;
import java.util.List;

/** The settings of device targeting, after Microsoft's "Phone metadata in DeviceTargetingInfo". */
public enum TargetingSetting {
    /** The OEM's id. */
    MANUFACTURER("PhoneManufacturer", Group.STATIC, true),
    MANUFACTURER_DISPLAY_NAME("PhoneManufacturerDisplayName", Group.STATIC, false),
    ROM_VERSION("PhoneROMVersion", Group.STATIC, false),
    HARDWARE_REVISION("PhoneHardwareRevision", Group.STATIC, false),
    SOC_VERSION("PhoneSOCVersion", Group.STATIC, false),
    /** Often with leading zeros; compare it as a version. */
    FIRMWARE_REVISION("PhoneFirmwareRevision", Group.STATIC, true),
    RADIO_HARDWARE_REVISION("PhoneRadioHardwareRevision", Group.STATIC, false),
    /** At most 15 characters by the document; real phones have more. */
    RADIO_SOFTWARE_REVISION("PhoneRadioSoftwareRevision", Group.STATIC, false),
    BOOT_LOADER_VERSION("PhoneBootLoaderVersion", Group.STATIC, false),
    /** Language id of four hexadecimal digits. */
    ROM_LANGUAGE("PhoneROMLanguage", Group.STATIC, true),
    HARDWARE_VARIANT("PhoneHardwareVariant", Group.STATIC, true),
    /** Microsoft's code of the operator, such as {@code 000-DE}. */
    OPERATOR_NAME("PhoneMobileOperatorName", Group.VARIANT, true),
    /** Not the marketing name. */
    MANUFACTURER_MODEL_NAME("PhoneManufacturerModelName", Group.VARIANT, true),
    /** The marketing name. */
    MODEL_NAME("PhoneModelName", Group.VARIANT, true),
    OPERATOR_DISPLAY_NAME("PhoneMobileOperatorDisplayName", Group.VARIANT, false),
    SUPPORT_PHONE_NUMBER("PhoneSupportPhoneNumber", Group.VARIANT, false),
    SUPPORT_LINK("PhoneSupportLink", Group.VARIANT, false),
    OEM_SUPPORT_LINK("PhoneOEMSupportLink", Group.VARIANT, false),
    ROAMING_SUPPORT_PHONE_NUMBER("RoamingSupportPhoneNumber", Group.VARIANT, false);

    /** Whether a setting is one for all phones of an image. */
    public enum Group {
        /** One value for the image. */
        STATIC,
        /** One value for each operator or region. */
        VARIANT
    }

    private final String text;
    private final Group group;
    private final boolean required;

    TargetingSetting(String text, Group group, boolean required) {
        this.text = text;
        this.group = group;
        this.required = required;
    }

    /** The name of the setting and of its registry value. */
    public String text() {
        return text;
    }

    public Group group() {
        return group;
    }

    /** Whether Microsoft's document demands a value. */
    public boolean isRequired() {
        return required;
    }

    /** The settings of a group that must be set. */
    public static List<TargetingSetting> required(Group group) {
        return Arrays.stream(values())
                .filter(each -> each.required && each.group == group)
                .toList();
    }
}

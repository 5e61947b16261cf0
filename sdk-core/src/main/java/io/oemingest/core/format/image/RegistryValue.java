package io.oemingest.core.format.image;

/**
 * One value of a registry key.
 *
 * @param key full path, such as {@code HKEY_LOCAL_MACHINE\SYSTEM\Platform\DeviceTargetingInfo}
 * @param name empty for the default value of the key
 * @param type {@code REG_SZ}, {@code REG_DWORD}, …
 * @param data text of REG_SZ and REG_EXPAND_SZ, lines of REG_MULTI_SZ with a line feed between, otherwise hexadecimal digits
 */
public record RegistryValue(String key, String name, String type, String data) {

    /** A text value (REG_SZ). */
    public static RegistryValue text(String key, String name, String data) {
        return new RegistryValue(key, name, "REG_SZ", data);
    }

    /** Whether the data is one text. */
    public boolean isText() {
        return type.equals("REG_SZ") || type.equals("REG_EXPAND_SZ");
    }
}

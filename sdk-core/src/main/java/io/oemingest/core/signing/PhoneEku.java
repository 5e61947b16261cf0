package io.oemingest.core.signing;

import org.jspecify.annotations.Nullable;

/** Extended key usages that Windows phones tell signers apart by, as the test certificates and real firmware carry them. */
public enum PhoneEku {
    SYSTEM("1.3.6.1.4.1.311.76.5.10"),
    HAL("1.3.6.1.4.1.311.76.5.20"),
    OEM("1.3.6.1.4.1.311.76.5.40"),
    /** Seen in policies of phones only; nobody has said what it is for. */
    UNDOCUMENTED_60("1.3.6.1.4.1.311.76.5.60"),
    APP("1.3.6.1.4.1.311.76.5.99"),
    APP_FIRST_PARTY("1.3.6.1.4.1.311.76.5.100"),
    APP_SECOND_PARTY("1.3.6.1.4.1.311.76.5.200"),
    APP_THIRD_PARTY("1.3.6.1.4.1.311.76.5.300"),
    PLATFORM_KEY("1.3.6.1.4.1.311.76.5.500"),
    HARDWARE_DRIVER("1.3.6.1.4.1.311.10.3.5"),
    SYSTEM_COMPONENT("1.3.6.1.4.1.311.10.3.6"),
    PROTECTED_PROCESS_LIGHT("1.3.6.1.4.1.311.10.3.22"),
    PROTECTED_PROCESS("1.3.6.1.4.1.311.10.3.24"),
    HAL_EXTENSION("1.3.6.1.4.1.311.61.5.1");

    private static final String PHONE_ARC = "1.3.6.1.4.1.311.76.5.";

    private final String oid;

    PhoneEku(String oid) {
        this.oid = oid;
    }

    /** The object identifier in dotted form. */
    public String oid() {
        return oid;
    }

    /** Whether the identifier stands in the arc of phones, where an unknown one may mean anything. */
    public static boolean isOfPhones(String oid) {
        return oid.startsWith(PHONE_ARC);
    }

    /** The usage with this identifier, or null for one that is not listed here. */
    public static @Nullable PhoneEku parseOrNull(String oid) {
        for (PhoneEku eku : values()) {
            if (eku.oid.equals(oid)) {
                return eku;
            }
        }
        return null;
    }
}

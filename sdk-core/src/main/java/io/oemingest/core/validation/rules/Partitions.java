package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.PackageFacts;
import java.util.Locale;
import java.util.Set;

/**
 * The partitions that an OEM's update may change, after "Update requirements"; TZAPPS is missing there, and real phones
 * update it.
 */
final class Partitions {
    private static final Set<String> UPDATABLE =
            Set.of("MAINOS", "EFIESP", "UEFI", "SBL1", "SBL2", "SBL3", "RPM", "TZ", "TZAPPS", "PLAT", "WINSECAPP");
    private static final Set<String> FORBIDDEN = Set.of("DPP", "DATA", "SDCARD", "SD CARD", "UPDATEOS");

    private Partitions() {}

    static boolean isForbidden(PackageFacts facts) {
        return FORBIDDEN.contains(fold(facts));
    }

    static boolean isKnown(PackageFacts facts) {
        return UPDATABLE.contains(fold(facts)) || isForbidden(facts);
    }

    private static String fold(PackageFacts facts) {
        return facts.attributes().effectivePartition().toUpperCase(Locale.ROOT);
    }
}

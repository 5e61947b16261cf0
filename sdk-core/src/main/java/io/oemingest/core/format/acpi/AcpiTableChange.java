package io.oemingest.core.format.acpi;

import io.oemingest.core.format.acpi.AcpiTable.Header;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table with other bytes than the same table had before. */
public record AcpiTableChange(PlacedTable before, PlacedTable after) {

    /**
     * The tables that both sets have, with other bytes, in the order of {@code after}. Two files hold the same table if
     * path (ignoring case), signature and OEM table id are equal.
     */
    public static List<AcpiTableChange> between(List<PlacedTable> before, List<PlacedTable> after) {
        Map<String, PlacedTable> earlier = new HashMap<>();
        before.forEach(each -> earlier.put(key(each), each));
        List<AcpiTableChange> changes = new ArrayList<>();
        for (PlacedTable each : after) {
            PlacedTable old = earlier.get(key(each));
            if (old != null && isOther(old, each)) {
                changes.add(new AcpiTableChange(old, each));
            }
        }
        return changes;
    }

    private static String key(PlacedTable file) {
        return file.devicePath().toLowerCase(Locale.ROOT);
    }

    private static boolean isOther(PlacedTable old, PlacedTable now) {
        return old.table().isSameTable(now.table()) && !old.sha256().equals(now.sha256());
    }

    /** Whether the OEM revision is greater than before, as each change demands; true for FACS, which has none. */
    public boolean isRevisionRaised() {
        Header old = before.table().header();
        Header now = after.table().header();
        return old == null || now == null || now.oemRevision() > old.oemRevision();
    }
}

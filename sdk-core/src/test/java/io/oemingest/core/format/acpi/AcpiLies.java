package io.oemingest.core.format.acpi;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.util.ArrayList;
import java.util.List;

/** ACPI tables that lie. */
public final class AcpiLies {
    private AcpiLies() {}

    public static List<Lie> all() {
        List<Lie> all = new ArrayList<>();
        for (String signature : List.of("SSDT", "FACP", "FACS")) {
            all.addAll(Lies.about("acpi", AcpiReaders.table(signature, 64))
                    .field(signature + " Length", 4, 4)
                    .field(signature + " Revision", 8, 1)
                    .field(signature + " Checksum", 9, 1)
                    .all());
        }
        return all;
    }
}

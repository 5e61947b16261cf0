package io.oemingest.core.inspect;

import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import java.util.List;

/** Registry files: their values. */
final class RegistryTelling {
    private RegistryTelling() {}

    static void tell(Facts facts, RegistryFile file) {
        List<RegistryValue> values = file.values();
        facts.put("keys", values.stream().map(RegistryValue::key).distinct().count())
                .table(
                        "values",
                        values,
                        (row, value) -> row.put("key", value.key())
                                .put("name", value.name())
                                .put("type", value.type())
                                .put("data", value.data()));
    }
}

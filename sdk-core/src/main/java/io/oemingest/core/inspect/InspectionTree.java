package io.oemingest.core.inspect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what an inspection tells into the plain values of its JSON object; what is absent is left out. */
final class InspectionTree {
    private InspectionTree() {}

    static Map<String, Object> of(List<? extends Item> items) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Item item : items) {
            if (item instanceof Item.Fact fact) {
                Object value = fact.value() == null ? null : fact.value().json();
                if (value != null) {
                    object.put(fact.key(), value);
                }
            } else if (item instanceof Item.Group group) {
                object.put(group.key(), of(group.items()));
            } else if (item instanceof Item.Groups groups) {
                object.put(
                        groups.key(),
                        groups.groups().stream().map(each -> of(each.items())).toList());
            } else if (item instanceof Item.Table table) {
                object.put(
                        table.key(),
                        table.rows().stream().map(InspectionTree::of).toList());
            }
        }
        return object;
    }
}

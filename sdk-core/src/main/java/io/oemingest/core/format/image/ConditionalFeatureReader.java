package io.oemingest.core.format.image;

import io.oemingest.core.format.image.ConditionalFeature.Condition;
import io.oemingest.core.format.image.ConditionalFeature.ConditionSet;
import io.oemingest.core.internal.xml.XmlElement;
import io.oemingest.core.internal.xml.XmlFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the conditions of a {@link FeatureManifest}. */
final class ConditionalFeatureReader {

    private ConditionalFeatureReader() {}

    static ConditionalFeature read(FeatureGroup.Owner owner, XmlElement element) throws IOException {
        List<Condition> conditions = new ArrayList<>(1);
        List<ConditionSet> sets = new ArrayList<>(1);
        XmlFields.read(
                element,
                Set.of(),
                Map.of(
                        "Condition", child -> conditions.add(condition(child)),
                        "ConditionSet", child -> sets.add(conditionSet(child))));
        return new ConditionalFeature(
                owner,
                element.attribute("FeatureID"),
                element.attribute("FMID"),
                element.attribute("UpdateAction"),
                conditions.isEmpty() ? null : conditions.get(0),
                sets.isEmpty() ? null : sets.get(0));
    }

    private static ConditionSet conditionSet(XmlElement element) throws IOException {
        List<Condition> conditions = new ArrayList<>();
        List<ConditionSet> sets = new ArrayList<>();
        XmlFields.read(
                element,
                Set.of(),
                Map.of(
                        "Conditions",
                        list -> list.children("Condition", child -> conditions.add(condition(child))),
                        "ConditionSets",
                        list -> list.children("ConditionSet", child -> sets.add(conditionSet(child)))));
        return new ConditionSet(element.attribute("Operator"), conditions, sets);
    }

    private static Condition condition(XmlElement element) {
        return new Condition(
                element.attribute("Type"),
                element.attribute("Operator"),
                element.attribute("Name"),
                element.attribute("Value"),
                element.attribute("RegistryKey"),
                element.attribute("RegistryKeyType"),
                element.attribute("FMID"),
                element.attribute("FeatureStatus"));
    }
}

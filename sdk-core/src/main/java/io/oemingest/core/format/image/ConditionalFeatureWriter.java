package io.oemingest.core.format.image;

import io.oemingest.core.format.image.ConditionalFeature.Condition;
import io.oemingest.core.format.image.ConditionalFeature.ConditionSet;
import io.oemingest.core.internal.xml.XmlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the conditional features of a {@link FeatureManifest}. */
final class ConditionalFeatureWriter {
    private final XmlWriter xml;

    ConditionalFeatureWriter(XmlWriter xml) {
        this.xml = xml;
    }

    void write(FeatureGroup.Owner owner, List<ConditionalFeature> all) {
        List<ConditionalFeature> features =
                all.stream().filter(each -> each.owner() == owner).toList();
        if (!features.isEmpty()) {
            xml.open(owner.prefix() + "ConditionalFeatures");
            features.forEach(this::conditional);
            xml.close();
        }
    }

    private void conditional(ConditionalFeature feature) {
        @Nullable
        String[] attributes = {
            "UpdateAction", feature.updateAction(), "FeatureID", feature.featureId(), "FMID", feature.fmId()
        };
        Condition condition = feature.condition();
        ConditionSet set = feature.conditionSet();
        if (condition == null && set == null) {
            xml.empty("ConditionalFeature", attributes);
            return;
        }
        xml.open("ConditionalFeature", attributes);
        if (set != null) {
            conditionSet(set);
        }
        if (condition != null) {
            condition(condition);
        }
        xml.close();
    }

    private void conditionSet(ConditionSet set) {
        if (set.conditions().isEmpty() && set.conditionSets().isEmpty()) {
            xml.empty("ConditionSet", "Operator", set.operator());
            return;
        }
        xml.open("ConditionSet", "Operator", set.operator());
        if (!set.conditions().isEmpty()) {
            xml.open("Conditions");
            set.conditions().forEach(this::condition);
            xml.close();
        }
        if (!set.conditionSets().isEmpty()) {
            xml.open("ConditionSets");
            set.conditionSets().forEach(this::conditionSet);
            xml.close();
        }
        xml.close();
    }

    private void condition(Condition condition) {
        xml.empty(
                "Condition",
                "Type",
                condition.type(),
                "Operator",
                condition.operator(),
                "Name",
                condition.name(),
                "Value",
                condition.value(),
                "RegistryKey",
                condition.registryKey(),
                "RegistryKeyType",
                condition.registryKeyType(),
                "FMID",
                condition.fmId(),
                "FeatureStatus",
                condition.featureStatus());
    }
}

package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of a {@link FeatureManifest} that a device gets or loses on update, if a condition holds.
 *
 * @param updateAction {@code Install}, {@code Remove}, {@code NoUpdate}; {@code Add} in real files
 * @param condition null if there is none, like the set
 */
public record ConditionalFeature(
        FeatureGroup.Owner owner,
        @Nullable String featureId,
        @Nullable String fmId,
        @Nullable String updateAction,
        @Nullable Condition condition,
        @Nullable ConditionSet conditionSet) {

    /**
     * One condition.
     *
     * @param type {@code NameValuePair}, {@code Registry} or {@code Feature}
     * @param operator {@code GT}, {@code EQ}, {@code SET}, …; {@code EXISTS} in real files
     * @param featureStatus {@code Installed} or {@code NotInstalled}
     */
    public record Condition(
            @Nullable String type,
            @Nullable String operator,
            @Nullable String name,
            @Nullable String value,
            @Nullable String registryKey,
            @Nullable String registryKeyType,
            @Nullable String fmId,
            @Nullable String featureStatus) {}

    /**
     * Conditions and further sets, joined.
     *
     * @param operator {@code AND} or {@code OR}
     */
    public record ConditionSet(
            @Nullable String operator, List<Condition> conditions, List<ConditionSet> conditionSets) {
        public ConditionSet {
            conditions = List.copyOf(conditions);
            conditionSets = List.copyOf(conditionSets);
        }
    }
}

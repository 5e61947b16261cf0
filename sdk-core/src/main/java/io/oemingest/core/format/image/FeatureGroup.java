package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features of a {@link FeatureManifest} that belong together.
 *
 * @param owner who defines the features
 * @param constraint {@code OneOrMore}, {@code ZeroOrOne} or {@code OneAndOnlyOne}: how many an image may choose
 */
public record FeatureGroup(
        Owner owner,
        @Nullable String name,
        @Nullable String fmId,
        @Nullable String publishing,
        @Nullable String groupingType,
        @Nullable String constraint,
        List<String> featureIds,
        List<FeatureGroup> subGroups) {

    /** Who defines a feature. */
    public enum Owner {
        MICROSOFT("MS"),
        OEM("OEM");

        private final String prefix;

        Owner(String prefix) {
            this.prefix = prefix;
        }

        /** What the names of the elements begin with. */
        String prefix() {
            return prefix;
        }
    }

    public FeatureGroup {
        featureIds = List.copyOf(featureIds);
        subGroups = List.copyOf(subGroups);
    }
}

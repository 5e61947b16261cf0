package io.oemingest.core.format.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.ConditionalFeature.Condition;
import io.oemingest.core.format.image.ConditionalFeature.ConditionSet;
import io.oemingest.core.format.image.FeatureGroup.Owner;
import io.oemingest.core.format.image.FeaturePackage.Section;
import io.oemingest.core.io.ByteSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureManifestRoundTripTest {
    private static final int DOCUMENTS = 100;
    private static final List<String> FREE = List.of("Path", "ID", "Partition", "Version", "PublicKey");
    private static final List<Section> PLAIN = List.of(
            Section.BASE,
            Section.MICROSOFT_FEATURES,
            Section.OEM_FEATURES,
            Section.CPU,
            Section.RELEASE,
            Section.PRERELEASE,
            Section.OEM_DEVICE_PLATFORM,
            Section.DEVICE_LAYOUT,
            Section.SOC,
            Section.SV,
            Section.DEVICE_SPECIFIC);

    @Test
    void readsBackWhatItWrites() {
        Chance.many(DOCUMENTS, chance -> {
            FeatureManifest manifest = manifest(chance, List.of(Owner.values()));

            assertThat(FeatureManifest.read(ByteSource.of("FM.xml", manifest.toBytes()), FormatLimits.defaults()))
                    .isEqualTo(manifest);
        });
    }

    @Test
    void writesWhatTheSchemaAllows() {
        Schemas schema = Schemas.orSkip("FeatureManifest.xsd");
        // Only real manifests have conditional features of the OEM.
        Chance.many(
                DOCUMENTS,
                chance ->
                        schema.accept(manifest(chance, List.of(Owner.MICROSOFT)).toBytes()));
    }

    private static FeatureManifest manifest(Chance chance, List<Owner> conditional) {
        List<FeaturePackage> packages = new ArrayList<>();
        for (Section section : PLAIN) {
            packages.addAll(chance.list(2, () -> featurePackage(chance, section)));
        }
        List<FeatureGroup> groups = new ArrayList<>();
        List<ConditionalFeature> conditionals = new ArrayList<>();
        for (Owner owner : Owner.values()) {
            groups.addAll(chance.list(2, () -> group(chance, owner)));
        }
        for (Owner owner : conditional) {
            conditionals.addAll(chance.list(2, () -> conditional(chance, owner)));
        }
        return new FeatureManifest(origin(chance), packages, groups, conditionals);
    }

    private static FeatureManifest.Origin origin(Chance chance) {
        return new FeatureManifest.Origin(
                chance.maybe(chance::text),
                chance.maybe(() -> "1"),
                chance.maybe(() -> "1.2"),
                chance.maybe(() -> "Production"),
                chance.maybe(() -> "OEM"),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.maybe(chance::text));
    }

    private static FeaturePackage featurePackage(Chance chance, Section section) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Name", chance.text());
        for (String name : FREE) {
            if (chance.coin()) {
                attributes.put(name, chance.text());
            }
        }
        String selector = section.selector();
        if (selector != null) {
            attributes.put(selector, choice(chance, selector));
        }
        return new FeaturePackage(section, attributes, section.isFeatures() ? chance.some(3, chance::text) : List.of());
    }

    private static String choice(Chance chance, String selector) {
        return switch (selector) {
            case "ReleaseType" -> chance.oneOf(List.of("Test", "Production"));
            case "Type" -> chance.oneOf(List.of("protected", "replacement"));
            default -> chance.text();
        };
    }

    private static FeatureGroup group(Chance chance, Owner owner) {
        return new FeatureGroup(
                owner,
                chance.maybe(chance::text),
                null,
                null,
                null,
                chance.maybe(() -> chance.oneOf(List.of("OneOrMore", "ZeroOrOne", "OneAndOnlyOne"))),
                chance.list(3, chance::text),
                List.of());
    }

    private static ConditionalFeature conditional(Chance chance, Owner owner) {
        return new ConditionalFeature(
                owner,
                chance.text(),
                chance.maybe(chance::text),
                chance.maybe(() -> chance.oneOf(List.of("Install", "Remove", "NoUpdate"))),
                chance.maybe(() -> condition(chance)),
                chance.maybe(() -> set(chance, 2)));
    }

    private static ConditionSet set(Chance chance, int depth) {
        return new ConditionSet(
                chance.maybe(() -> chance.oneOf(List.of("AND", "OR"))),
                chance.list(2, () -> condition(chance)),
                depth == 0 ? List.of() : chance.list(2, () -> set(chance, depth - 1)));
    }

    private static Condition condition(Chance chance) {
        return new Condition(
                chance.oneOf(List.of("NameValuePair", "Registry", "Feature")),
                chance.maybe(() -> chance.oneOf(List.of("GT", "EQ", "NOTSET"))),
                chance.text(),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                chance.maybe(chance::text),
                status(chance));
    }

    private static @Nullable String status(Chance chance) {
        return chance.maybe(() -> chance.oneOf(List.of("Installed", "NotInstalled")));
    }
}

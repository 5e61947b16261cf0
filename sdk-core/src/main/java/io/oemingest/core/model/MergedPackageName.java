package io.oemingest.core.model;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a merged package {@code Owner.Type.FMID.Partition} says; image builds merge all packages of one
 * feature and partition into one.
 *
 * @param value what stands behind the type, such as {@code QC8974} in {@code SOC_QC8974}; null for {@code BASE}
 * @param fmId id of the feature manifest
 */
public record MergedPackageName(
        String owner, Type type, @Nullable String value, String fmId, String partition) {
    private static final Set<String> RETAIL_IDS = Set.of("phone", "variant");

    /** What selects the merged packages for an image. */
    public enum Type {
        BASE,
        SOC,
        DEVICE,
        OEM,
        RELEASE,
        SV,
        PRERELEASE
    }

    /** The parts of an identity's name, culture and resolution left out; null if the package is not a merged one. */
    public static @Nullable MergedPackageName parseOrNull(PackageIdentity identity) {
        String[] component = identity.component().split("\\.", -1);
        String partition = identity.subComponent();
        return component.length == 2 && partition != null
                ? of(identity.owner(), component[0], component[1], partition)
                : null;
    }

    /** The parts of a name whose owner has no dots, culture and resolution left out; null if it is not a merged one. */
    public static @Nullable MergedPackageName parseOrNull(PackageName name) {
        String[] parts = name.base().split("\\.", -1);
        return parts.length == 4 ? of(parts[0], parts[1], parts[2], parts[3]) : null;
    }

    /** Whether the id of the feature manifest is one that retail images may have. */
    public boolean hasRetailFmId() {
        return RETAIL_IDS.contains(fmId.toLowerCase(Locale.ROOT));
    }

    private static @Nullable MergedPackageName of(String owner, String type, String fmId, String partition) {
        boolean complete = !owner.isEmpty() && !fmId.isEmpty() && !partition.isEmpty() && partition.indexOf('.') < 0;
        String upper = type.toUpperCase(Locale.ROOT);
        for (Type each : Type.values()) {
            if (complete && matches(each, upper)) {
                String value =
                        each == Type.BASE ? null : type.substring(each.name().length() + 1);
                return new MergedPackageName(owner, each, value, fmId, partition);
            }
        }
        return null;
    }

    private static boolean matches(Type type, String text) {
        String prefix = type.name() + "_";
        return switch (type) {
            case BASE -> text.equals("BASE");
            case RELEASE -> text.equals("RELEASE_PRODUCTION") || text.equals("RELEASE_TEST");
            case PRERELEASE -> text.equals("PRERELEASE_REPLACEMENT") || text.equals("PRERELEASE_PROTECTED");
            default -> text.length() > prefix.length() && text.startsWith(prefix);
        };
    }
}

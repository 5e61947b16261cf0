package io.oemingest.core.model;

import org.jspecify.annotations.Nullable;

/**
 * Who made a package and which one it is.
 *
 * @param owner first part of the name
 * @param component second part, may hold dots
 * @param subComponent third part, absent in many packages
 * @param culture language of a language package, as authored
 * @param resolution {@code WxH} of a resolution package
 */
public record PackageIdentity(
        String owner,
        String component,
        @Nullable String subComponent,
        @Nullable String culture,
        @Nullable String resolution) {

    public PackageIdentity {
        subComponent = emptyToNull(subComponent);
        culture = emptyToNull(culture);
        resolution = emptyToNull(resolution);
    }

    public static PackageIdentity of(String owner, String component, @Nullable String subComponent) {
        return new PackageIdentity(owner, component, subComponent, null, null);
    }

    /**
     * The parts of a name: owner up to the first dot, component to the second, sub-component the rest; of a merged
     * package type and feature manifest are the component. Others may be split differently and have the same name.
     */
    public static PackageIdentity ofName(PackageName name) {
        MergedPackageName merged = MergedPackageName.parseOrNull(name);
        String[] parts = name.base().split("\\.", merged == null ? 3 : 4);
        int component = merged == null ? 2 : 3;
        return new PackageIdentity(
                parts[0],
                merged == null ? part(parts, 1) : parts[1] + "." + parts[2],
                part(parts, component),
                name.culture(),
                name.resolution());
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    /** {@code Owner.Component[.SubComponent][_Lang_culture|_RES_WxH]}, without an extension. */
    public String name() {
        StringBuilder name = new StringBuilder(owner).append('.').append(component);
        if (subComponent != null) {
            name.append('.').append(subComponent);
        }
        if (culture != null) {
            name.append("_Lang_").append(culture);
        }
        if (resolution != null) {
            name.append("_RES_").append(resolution);
        }
        return name.toString();
    }

    /** The name as a value that equals other spellings of it. */
    public PackageName packageName() {
        return new PackageName(name());
    }

    /** The name in the form in which two packages are compared: case carries no meaning. */
    public String key() {
        return packageName().key();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

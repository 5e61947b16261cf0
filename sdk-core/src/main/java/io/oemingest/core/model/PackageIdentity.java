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

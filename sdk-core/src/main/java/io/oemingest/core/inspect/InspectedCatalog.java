package io.oemingest.core.inspect;

import org.jspecify.annotations.Nullable;

/**
 * What a package's security catalog says of itself.
 *
 * @param member name of the catalog in the cabinet
 * @param version 1 lists SHA-1 digests, 2 lists SHA-256 digests
 * @param entries how many files it lists
 * @param packageName the package that the catalog was made for, if it names one
 */
public record InspectedCatalog(
        String member, int version, int entries, @Nullable String packageName) {}

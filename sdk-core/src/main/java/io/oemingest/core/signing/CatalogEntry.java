package io.oemingest.core.signing;

import org.jspecify.annotations.Nullable;

/**
 * An entry with its place in the catalog's bytes.
 *
 * @param node the whole entry
 * @param tag node of the tag
 * @param indirect the entry's digest, which SHA-1 entries of version 2 do not have
 */
record CatalogEntry(DerNode node, DerNode tag, @Nullable IndirectData indirect, CatalogMember member) {}

/** Zip files as this SDK writes them: deterministic to write, strict to read, entries usable in place. */
@NullMarked
package io.oemingest.core.internal.zip;

import org.jspecify.annotations.NullMarked;

/** What all format readers share: how they refuse a file, where they point, how much they allow. */
@NullMarked
package io.oemingest.core.format;

import org.jspecify.annotations.NullMarked;

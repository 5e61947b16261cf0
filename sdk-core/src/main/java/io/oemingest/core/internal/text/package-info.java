/** Pieces of sentences that several parts of the core say. */
@NullMarked
package io.oemingest.core.internal.text;

import org.jspecify.annotations.NullMarked;

/** Bounded little-endian reading and writing for the binary formats. */
@NullMarked
package io.oemingest.core.internal.io;

import org.jspecify.annotations.NullMarked;

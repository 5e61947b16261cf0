/** Firmware packages beside the hashing of their bytes. */
@NullMarked
package io.oemingest.bench.packages;

import org.jspecify.annotations.NullMarked;

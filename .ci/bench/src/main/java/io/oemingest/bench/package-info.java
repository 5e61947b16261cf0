/** Benchmarks: each measures the library beside a peer or a floor in the same run, and prints the ratio. */
@NullMarked
package io.oemingest.bench;

import org.jspecify.annotations.NullMarked;

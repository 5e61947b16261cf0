/** The comparison of images with baselines beside putting the same names into hash sets. */
@NullMarked
package io.oemingest.bench.baseline;

import org.jspecify.annotations.NullMarked;

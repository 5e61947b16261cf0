/** Runnable programs that show the SDK at work: one per flow, each short enough to be read. */
@NullMarked
package io.oemingest.samples;

import org.jspecify.annotations.NullMarked;

/** The emulator of the ingestion service: start it, learn its address, steer it, close it. */
@NullMarked
package io.oemingest.emulator;

import org.jspecify.annotations.NullMarked;

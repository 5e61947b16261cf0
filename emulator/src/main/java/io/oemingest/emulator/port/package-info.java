/** What the engine needs from outside: time comes as {@link java.time.InstantSource}, everything else is here. */
@NullMarked
package io.oemingest.emulator.port;

import org.jspecify.annotations.NullMarked;

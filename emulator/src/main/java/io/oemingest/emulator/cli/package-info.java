/** The emulator as a program of its own. */
@NullMarked
package io.oemingest.emulator.cli;

import org.jspecify.annotations.NullMarked;

/** The service without HTTP and without cryptography: accounts, uploads, submissions and their states. */
@NullMarked
package io.oemingest.emulator.engine;

import org.jspecify.annotations.NullMarked;

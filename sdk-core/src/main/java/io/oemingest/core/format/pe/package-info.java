/** Portable executables as far as signing needs them: digest, certificate table, checksum. */
@NullMarked
package io.oemingest.core.format.pe;

import org.jspecify.annotations.NullMarked;

/** Cabinet files ([MS-CAB]): reading and writing stored, MSZIP and LZX data, and the place where a signature goes. */
@NullMarked
package io.oemingest.core.format.cabinet;

import org.jspecify.annotations.NullMarked;

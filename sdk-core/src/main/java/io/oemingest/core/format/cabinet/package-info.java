/** Cabinet files ([MS-CAB]): reading stored, MSZIP and LZX data, writing, and the place where a signature goes. */
@NullMarked
package io.oemingest.core.format.cabinet;

import org.jspecify.annotations.NullMarked;

/** Cabinets beside cabextract (libmspack) and gcab. */
@NullMarked
package io.oemingest.bench.cabinet;

import org.jspecify.annotations.NullMarked;

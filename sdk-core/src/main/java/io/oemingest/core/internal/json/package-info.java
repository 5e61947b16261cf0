/** Strict reading and stable writing of JSON records; the only place, with the wire records, that knows Moshi. */
@NullMarked
package io.oemingest.core.internal.json;

import org.jspecify.annotations.NullMarked;

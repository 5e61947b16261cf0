/** Requests for update to and from their JSON records. */
@NullMarked
package io.oemingest.core.internal.wire.update;

import org.jspecify.annotations.NullMarked;

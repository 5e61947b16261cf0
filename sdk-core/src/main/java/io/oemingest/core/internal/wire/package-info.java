/**
 * The JSON of the service's API, as records whose components may all be absent, and of the archives, whose records say
 * what must be there. Values are checked where they become values of the model, not here.
 */
@NullMarked
package io.oemingest.core.internal.wire;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON of the service's API and of the archives, as records whose components may all be absent: what arrives is
 * checked where it becomes a value of the model, not here.
 */
@NullMarked
package io.oemingest.core.internal.wire;

import org.jspecify.annotations.NullMarked;

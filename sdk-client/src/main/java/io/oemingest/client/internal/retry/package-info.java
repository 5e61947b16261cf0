/** When to try again: growing delays with jitter, over ports for sleep and chance. */
@NullMarked
package io.oemingest.client.internal.retry;

import org.jspecify.annotations.NullMarked;

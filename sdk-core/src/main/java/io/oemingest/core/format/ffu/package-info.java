/** Full flash update images (FFU): reading and checking, taking the catalog out and putting it back, writing synthetic ones. */
@NullMarked
package io.oemingest.core.format.ffu;

import org.jspecify.annotations.NullMarked;

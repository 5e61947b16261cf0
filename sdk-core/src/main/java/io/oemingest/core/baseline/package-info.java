/** What is known of the baselines that an image is compared with: asked for before rules run, kept, and handed to them. */
@NullMarked
package io.oemingest.core.baseline;

import org.jspecify.annotations.NullMarked;

/**
 * The documents of an image build: update history with its side files, OEM input, feature manifest, device platform,
 * device layout, registry files and the device targeting values.
 */
@NullMarked
package io.oemingest.core.format.image;

import org.jspecify.annotations.NullMarked;

package io.oemingest.emulator.engine;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import org.jspecify.annotations.Nullable;

/**
 * Which baselines to list.
 *
 * @param version of the image that is to be compared, or null for all baselines
 */
public record BaselineFilter(
        ProductType product,
        PhoneOperatorPairing pairing,
        @Nullable FirmwareVersion version) {}

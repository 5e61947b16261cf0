package io.oemingest.core.baseline;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;

/** Asks for the baselines that an image of this version is compared with, for one phone and operator. */
public record BaselineQuery(ProductType product, PhoneOperatorPairing pairing, FirmwareVersion version) {}

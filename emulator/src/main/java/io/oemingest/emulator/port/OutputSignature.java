package io.oemingest.emulator.port;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;

/**
 * A package or catalog after signing.
 *
 * @param sha256 SHA-256 of the signed file
 * @param size its size in bytes
 * @param ekus combination of the package's signer
 * @param signerThumbprint SHA-1 of that signer's certificate, lower-case hexadecimal
 */
public record OutputSignature(Digest sha256, long size, EkuCombination ekus, String signerThumbprint) {}

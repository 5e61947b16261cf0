package io.oemingest.core.signing;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import java.nio.file.Path;

/**
 * A package that was signed.
 *
 * @param file where it was written
 * @param before SHA-256 of the package as it came
 * @param after SHA-256 of the package as it was written
 * @param ekus usages of the cabinet's new signer
 * @param signerThumbprint SHA-1 of that signer's certificate, lower-case hexadecimal
 */
public record SignedPackage(Path file, Digest before, Digest after, EkuCombination ekus, String signerThumbprint) {}

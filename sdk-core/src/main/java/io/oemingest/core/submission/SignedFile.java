package io.oemingest.core.submission;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;

/**
 * A row of {@code signed.json}.
 *
 * @param file the signed file as it lies in the archive
 * @param input SHA-256 of the file as it was submitted
 * @param ekus usages of the signer
 * @param signerThumbprint SHA-1 of the signer's certificate in hex, small letters
 */
public record SignedFile(FileFacts file, Digest input, EkuCombination ekus, String signerThumbprint) {}

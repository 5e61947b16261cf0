package io.oemingest.core.inspect;

import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignedPart;
import org.jspecify.annotations.Nullable;

/**
 * A part of a package that can carry a signature.
 *
 * @param name the member's name, or the package's file name for the cabinet
 * @param signature the facts of its signature, unverified, or null when it is not signed
 */
public record InspectedPart(
        SignedPart part, String name, @Nullable CodeSignature signature) {}

package io.oemingest.core.signing;

import org.jspecify.annotations.Nullable;

/** Decides who signs each part of a package. */
@FunctionalInterface
public interface SignerChooser {
    /**
     * The signer of one part.
     *
     * @param name the member's name, or the package's file name for the cabinet
     * @param present the signature that the part has now, which has not been verified
     * @throws SigningRefusedException if nobody may sign it
     */
    SigningIdentity choose(SignedPart part, String name, @Nullable CodeSignature present)
            throws SigningRefusedException;
}

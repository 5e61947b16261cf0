package io.oemingest.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of signature that a service makes, in the service's own words.
 *
 * @param id names it, whatever the case
 * @param ekus usages of the signer besides code signing
 * @param branch Packages, or Images for the catalogs of images
 * @param permission that an account needs for it in every submission; null if it needs none
 * @param submissionTypes for which it is made, such as {@code PartialImage}
 */
public record SigningProfile(
        String id,
        EkuCombination ekus,
        String branch,
        @Nullable String permission,
        List<String> submissionTypes) {

    public SigningProfile {
        submissionTypes = List.copyOf(submissionTypes);
    }
}

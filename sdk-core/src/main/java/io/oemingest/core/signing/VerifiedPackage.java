package io.oemingest.core.signing;

import java.util.Map;

/**
 * The signatures of a package that was verified.
 *
 * @param cabinet signature of the package file
 * @param catalog signature of the catalog inside
 * @param images signatures of the signed PE files inside, by member name
 */
public record VerifiedPackage(CodeSignature cabinet, CodeSignature catalog, Map<String, CodeSignature> images) {
    public VerifiedPackage {
        images = Map.copyOf(images);
    }
}

package io.oemingest.core.submission;

import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.model.EkuCombination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of the image whose catalog is submitted.
 *
 * @param platformIds devices that the image is for
 * @param osVersion version of the operating system as the image's manifest writes it
 * @param ekus usages of the present signer of the catalog, not verified; null when it is not signed
 * @param chunks how much of the image its hash table was compared with; null where only the head is at hand
 * @param mismatch where the hashes first disagree and how; null if all that was compared agrees
 */
public record FfuFacts(
        List<PlatformId> platformIds,
        @Nullable String osVersion,
        @Nullable EkuCombination ekus,
        @Nullable ChunkVerification chunks,
        @Nullable UnreadableFile mismatch) {
    public FfuFacts {
        platformIds = List.copyOf(platformIds);
    }

    /** These facts with the outcome of comparing the whole image with its hash table. */
    FfuFacts compared(@Nullable ChunkVerification found, @Nullable UnreadableFile difference) {
        return new FfuFacts(platformIds, osVersion, ekus, found, mismatch == null ? difference : mismatch);
    }
}

package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/checks}: the facts of a submission in place of its files.
 *
 * @param files every file that could be read, as {@code submission.json} has them
 * @param packages what else is known of each package among them
 * @param documents the texts of the image build among them
 * @param ffu what the image among them says
 * @param unreadable files that should have given facts and did not
 */
public record CheckJson(
        int formatVersion,
        String type,
        String context,
        String product,
        boolean baseline,
        List<ManifestFileJson> files,
        List<PackageDetailsJson> packages,
        List<DocumentJson> documents,
        @Nullable FfuFactsJson ffu,
        List<String> strays,
        List<ProblemAtJson> unreadable) {

    /** A document byte for byte, in Base64 (RFC 4648, section 4). */
    public record DocumentJson(String path, String content) {}

    /**
     * What an image says of itself.
     *
     * @param checked chunks whose hash is right; absent like {@code unchecked} where only the head is at hand
     */
    public record FfuFactsJson(
            List<String> platformIds,
            @Nullable String osVersion,
            @Nullable String ekus,
            @Nullable Long checked,
            @Nullable Long unchecked,
            @Nullable ProblemAtJson mismatch) {}

    /** Something that is wrong with a file, and where. */
    public record ProblemAtJson(LocationJson location, String problem) {}
}

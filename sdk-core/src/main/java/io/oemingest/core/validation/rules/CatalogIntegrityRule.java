package io.oemingest.core.validation.rules;

import io.oemingest.core.submission.FfuFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/**
 * The hashes of an image fit: the catalog names the hash table, and on the client the table fits every chunk (FFU-02).
 * Documented: the client verifies the integrity, and signing verifies again what was passed to it.
 */
public final class CatalogIntegrityRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("FFU-02");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<FfuFacts> ffu = contents.documents().ffu();
        if (ffu == null) {
            return;
        }
        UnreadableFile mismatch = ffu.content().mismatch();
        if (mismatch != null) {
            findings.block(mismatch.location(), "The hashes of the image do not fit: it " + mismatch.problem() + ".");
        } else if (context.side() == ValidationContext.Side.CLIENT && !comparedWhole(ffu.content())) {
            findings.skip("Chunks of the image could not be compared with its hash table.");
        }
    }

    private static boolean comparedWhole(FfuFacts facts) {
        return facts.chunks() != null && facts.chunks().unchecked() == 0;
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

class UnreadableInputRuleTest {
    private static final Judged DAMAGED = Judged.with()
            .unreadable(new UnreadableFile(
                    Location.ofOffset("packages/a.spkg", "CFHEADER", 0), "does not begin with MSCF"));

    @Test
    void refusesWhatCannotBeReadOnItsOwnSide() {
        assertThat(DAMAGED.report(ValidationContext.client()).findings())
                .containsExactly(block(
                        "INI-33",
                        Location.ofOffset("packages/a.spkg", "CFHEADER", 0),
                        "The file cannot be read: does not begin with MSCF",
                        "Check the path; build a damaged file again, or leave it out of the submission."));
    }

    @Test
    void leavesTheOtherSideToTheOtherRule() {
        assertThat(DAMAGED.report(ValidationContext.service()).findings())
                .extracting(each -> each.rule().text())
                .doesNotContain("INI-33");
    }

    @Test
    void saysNothingWhenEverythingCanBeRead() {
        Judged.with().findsNothing();
    }
}

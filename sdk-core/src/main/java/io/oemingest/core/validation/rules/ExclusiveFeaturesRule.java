package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Of features that exclude each other only one is listed (PKG-16). The groups are those of Microsoft's own features that "Optional
 * features for building mobile images" names; those of an OEM's feature manifests do not travel with a submission. */
public final class ExclusiveFeaturesRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PKG-16");
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("RELEASE_PRODUCTION", "TEST", "HEALTH", "PRODUCTION", "SELFHOST"),
            Set.of("RELEASE_PRODUCTION", "TEST", "PRODUCTION_CORE"),
            Set.of("RELEASE_PRODUCTION", "RELEASE_TEST"),
            Set.of("RELEASE_PRODUCTION", "CODEINTEGRITY_PROD"),
            Set.of("BOOTSEQUENCE_TEST", "MMOSLOADER_TEST"),
            Set.of("DUMPSIZE512MB", "DUMPSIZE1G", "DUMPSIZE2G", "DUMPSIZE4G"),
            Set.of("DEDICATEDDUMPONEMMC", "DEDICATEDDUMPONSD"),
            Set.of("TEST_ENABLE_DISK_IDLE", "TEST_DISABLE_DISK_IDLE"));

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<OemInput> input = contents.documents().oemInput();
        if (input == null || context.side() == ValidationContext.Side.SERVICE) {
            return;
        }
        List<String> listed = Features.of(input.content());
        for (Set<String> group : GROUPS) {
            List<String> chosen = listed.stream()
                    .filter(each -> group.contains(each.toUpperCase(Locale.ROOT)))
                    .sorted()
                    .toList();
            if (chosen.size() > 1) {
                findings.block(
                        Location.ofFile(input.file().path()),
                        "Zero or one of these features may be listed, and " + chosen.size() + " are: "
                                + NameList.of(chosen) + ".");
            }
        }
    }
}

package io.oemingest.core.validation.rules;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A contextual package fits the update history of its image (PAR-03). Documented: the service validates contextual
 * packages against {@code UpdateHistory.xml}. Not documented: what that means. This project's reading: the image holds a
 * package of that name (ignoring case and extension), for the same partition, in a version that is not higher.
 */
public final class UpdateHistoryFitRule implements ValidationRule {
    private static final RuleId ID = RuleId.of("PAR-03");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        SubmissionKind kind = contents.kind();
        if (kind.type() != SubmissionType.PARTIAL_IMAGE || kind.context() != SubmissionContext.CONTEXTUAL) {
            return;
        }
        ReadDocument<UpdateHistory> history = contents.documents().updateHistory();
        if (history == null) {
            findings.skip("The update history is not there or cannot be read.");
            return;
        }
        Map<String, HistoryPackage> installed = new HashMap<>();
        history.content().installedPackages().forEach(each -> installed.put(key(each.name()), each));
        for (PackageFacts each : contents.packages()) {
            HistoryPackage present = installed.getOrDefault(
                    key(each.name()), installed.get(each.identity().key()));
            if (present == null) {
                findings.block(
                                Location.ofFile(each.path()),
                                "The image's update history has no package " + each.name() + ".",
                                "Submit the package with the update history of the image that holds it, or context-free.")
                        .fact("update history", history.file().path())
                        .fact("packages in it", installed.size());
            } else {
                compare(each, present, findings);
            }
        }
    }

    private static void compare(PackageFacts facts, HistoryPackage present, Findings findings) {
        String partition = facts.attributes().effectivePartition();
        if (present.partition() != null && !present.partition().equalsIgnoreCase(partition)) {
            findings.block(
                            Location.ofFile(facts.path()),
                            "The package is for " + partition + ", the image has it in " + present.partition() + ".",
                            "Build the package for the partition in which the image has it.")
                    .fact("package in the image", present.name());
        }
        if (facts.version().compareTo(present.version()) < 0) {
            findings.block(
                            Location.ofFile(facts.path()),
                            "The package has the version " + facts.version() + ", the image has " + present.version()
                                    + " already.",
                            "Submit the version that the image holds or a higher one.")
                    .fact("package in the image", present.name());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

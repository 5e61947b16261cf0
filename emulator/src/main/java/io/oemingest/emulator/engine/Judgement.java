package io.oemingest.emulator.engine;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.ImageVariant;
import io.oemingest.core.baseline.Neighbours;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.port.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report and what was looked up for it.
 *
 * @param lookedUp permissions, profile, and for each phone and operator of an image the baselines next to it
 */
record Judgement(ValidationReport report, Map<String, String> lookedUp) {
    /** Nothing was judged. */
    static final Judgement NONE = new Judgement(ValidationReport.of(List.of()), Map.of());

    static Judgement of(ValidationReport report, SubmissionContents contents, ValidationContext context) {
        Map<String, String> lookedUp = new LinkedHashMap<>();
        List<Permission> needed = Admission.needed(contents.kind());
        if (!needed.isEmpty()) {
            lookedUp.put(
                    "permissions that were needed and granted",
                    needed.stream().map(Permission::text).collect(Collectors.joining(", ")));
        }
        lookedUp.put("profile", report.profile());
        if (context.previous() != null) {
            lookedUp.put("image before", context.previous().packages().size() + " packages");
        }
        // The answer is the same as the rules had; only images have baselines.
        for (ImageVariant each : ImageVariant.of(contents)) {
            BaselineAnswer answer = context.baselines().of(each);
            if (answer instanceof BaselineAnswer.Current current) {
                lookedUp.put(
                        "baselines for " + each.label() + " beside " + each.version(),
                        labels(Neighbours.of(current.baselines(), each.version())
                                .all()));
            }
        }
        return new Judgement(report, lookedUp);
    }

    /** What decided against the submission. */
    List<Finding> blocking() {
        return report.findings(Severity.BLOCK);
    }

    private static String labels(List<Baseline> baselines) {
        return baselines.isEmpty()
                ? "none"
                : baselines.stream().map(Baseline::label).collect(Collectors.joining(", "));
    }
}

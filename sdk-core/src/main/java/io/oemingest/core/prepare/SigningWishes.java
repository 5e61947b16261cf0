package io.oemingest.core.prepare;

import io.oemingest.core.format.Location;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives each package the signing profile that was asked for under its file name; what is no package's name is found (PAR-08). */
final class SigningWishes {
    private static final RuleId ID = RuleId.of("PAR-08");

    private final Map<String, String> byPath = new TreeMap<>();
    private final List<Finding> unknown = new ArrayList<>();

    SigningWishes(Map<String, String> byFileName, SubmissionContents contents) {
        new TreeMap<>(byFileName).forEach((fileName, profile) -> wish(fileName, profile, contents));
    }

    SubmissionContents grantedTo(SubmissionContents contents) {
        return contents.withSignAs(byPath);
    }

    ValidationReport report() {
        return ValidationReport.of(unknown);
    }

    private void wish(String fileName, String profile, SubmissionContents contents) {
        List<String> paths = contents.packages().stream()
                .map(PackageFacts::path)
                .filter(path -> path.substring(path.lastIndexOf('/') + 1).equalsIgnoreCase(fileName))
                .toList();
        paths.forEach(path -> byPath.put(path, profile));
        if (paths.isEmpty()) {
            unknown.add(new Finding(
                    ID,
                    Severity.BLOCK,
                    Location.ofPart("arguments", "SignAs"),
                    "No package of the submission is called '" + fileName + "'.",
                    "Name a package by its file name."));
        }
    }
}

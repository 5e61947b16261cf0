package io.oemingest.core.prepare;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationPolicy;
import io.oemingest.core.validation.ValidationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Judges arguments without any I/O: what is missing, what does not go together, what has no effect any more. Findings are
 * weighed by the policy, but for those without whose mend there is no submission at all.
 */
final class ArgumentCheck {
    private final SubmissionArguments arguments;
    private final @Nullable SubmissionType type;
    private final @Nullable ProductType product;
    private final List<Finding> weighed = new ArrayList<>();
    private final List<Finding> gaps = new ArrayList<>();
    private final ValidationReport report;

    private ArgumentCheck(SubmissionArguments arguments, ValidationPolicy policy, boolean written) {
        this.arguments = arguments;
        this.type = SubmissionType.parseOrNull(arguments.type());
        this.product = arguments.product() == null
                ? ProductType.WINDOWS_PHONE_BLUE
                : ProductType.parseOrNull(arguments.product());
        if (written) {
            checkOutput();
        }
        checkInputs();
        checkProduct();
        checkBaseline();
        checkType();
        checkRetired();
        this.report = policy.report(weighed).with(ValidationReport.of(gaps));
    }

    /** For a submission that is to be written into an archive. */
    static ArgumentCheck forArchive(SubmissionArguments arguments, ValidationPolicy policy) {
        return new ArgumentCheck(arguments, policy, true);
    }

    /** For a submission that is only judged: it needs no place for an archive. */
    static ArgumentCheck forReport(SubmissionArguments arguments, ValidationPolicy policy) {
        return new ArgumentCheck(arguments, policy, false);
    }

    ValidationReport report() {
        return report;
    }

    /** The submission that the arguments describe. @throws SubmissionArgumentException if a finding blocks */
    FirmwareSubmission submission() {
        if (!report.acceptable()) {
            throw new SubmissionArgumentException(report.findings());
        }
        ProductType checked = checked(product);
        if (arguments.contextFree()) {
            return new PartialImage.ContextFree(checked(arguments.partialDirectory()), arguments.oemInput(), checked);
        }
        Path history = checked(arguments.updateHistory());
        Path oemInput = checked(arguments.oemInput());
        return switch (checked(type)) {
            case IMAGE ->
                new Image(
                        history,
                        oemInput,
                        checked,
                        arguments.packageRoots(),
                        arguments.targeting(),
                        arguments.baseline());
            case PARTIAL_IMAGE ->
                new PartialImage.Contextual(history, oemInput, checked(arguments.partialDirectory()), checked);
            case FFU_CATALOG -> new FfuCatalog(history, oemInput, checked(arguments.ffu()), checked);
        };
    }

    private static <T> T checked(@Nullable T value) {
        return Objects.requireNonNull(value, "checked");
    }

    private void checkOutput() {
        if (arguments.output() == null) {
            gap("INI-05", "Output", "There is no place for the archive.", "Give a file or an existing folder.");
        }
        if (isInside(arguments.output(), arguments.partialDirectory())) {
            block(
                    "INI-21",
                    "Output",
                    "The archive would lie in the folder of the packages, which holds packages only.",
                    "Give another place.");
        }
    }

    private void checkInputs() {
        if (arguments.updateHistory() == null && !arguments.contextFree()) {
            gap("INI-02", "UpdateHistory", "There is no update history.", "Give the path of UpdateHistory.xml.");
        }
        if (arguments.updateHistory() != null && arguments.contextFree()) {
            warn(
                    "INI-32",
                    "UpdateHistory",
                    "A context-free submission does not use the update history.",
                    "Leave it out, or submit in context.");
        }
        if (arguments.oemInput() == null && !arguments.contextFree()) {
            gap("INI-03", "OEMInput", "There is no OEM input.", "Give the path of OEMInput.xml.");
        }
    }

    private void checkProduct() {
        if (product == null) {
            gap(
                    "INI-07",
                    "Product",
                    "The product '" + arguments.product() + "' is not known.",
                    "Give WindowsPhoneBlue, WindowsPhoneThreshold or WindowsIoTCoreThreshold.");
        }
    }

    private void checkBaseline() {
        if (!arguments.baseline()) {
            return;
        }
        String mend = "Leave the baseline flag out.";
        if (type == SubmissionType.FFU_CATALOG) {
            block("INI-11", "Baseline", "A catalog submission cannot be a baseline.", mend);
        }
        if (type == SubmissionType.PARTIAL_IMAGE) {
            block("INI-12", "Baseline", "A partial submission cannot be a baseline.", mend);
        }
        if (arguments.signedRemovalDirectory() != null) {
            block("INI-13", "Baseline", "A baseline has no signed removal packages.", "Give only one of the two.");
        }
        if (arguments.packagesToRemoveDirectory() != null) {
            block("INI-14", "Baseline", "A baseline has no packages to remove.", "Give only one of the two.");
        }
    }

    private void checkType() {
        if (type == null) {
            gap(
                    "INI-04",
                    "Type",
                    arguments.type() == null
                            ? "There is no submission type."
                            : "The submission type '" + arguments.type() + "' is not known.",
                    "Give Image, PartialImage or FfuCatalog.");
        } else if (type != SubmissionType.PARTIAL_IMAGE && arguments.contextFree()) {
            gap(
                    "INI-32",
                    "ContextFree",
                    "Only a partial image can be context-free, and the type is " + type.text() + ".",
                    "Leave the switch out.");
        }
        if (type != null && type != SubmissionType.IMAGE) {
            refuseForImagesOnly("Targeting", arguments.targeting() != null);
            refuseForImagesOnly("PackageRoots", !arguments.packageRoots().equals(PackageRoots.NONE));
        }
        requirePath(type == SubmissionType.FFU_CATALOG, "INI-17", "INI-18", "FFU", arguments.ffu());
        requirePath(
                type == SubmissionType.PARTIAL_IMAGE,
                "INI-19",
                "INI-20",
                "PartialDirectory",
                arguments.partialDirectory());
    }

    private void refuseForImagesOnly(String argument, boolean given) {
        if (given) {
            block("INI-04", argument, "Only the type Image takes this argument.", "Leave it out.");
        }
    }

    /** One path that exactly one type takes; the rules are for "missing or not full" and for "not taken". */
    private void requirePath(boolean taken, String required, String refused, String name, @Nullable Path path) {
        if (path == null) {
            if (taken) {
                gap(required, name, "The path is missing.", "Give a full path.");
            }
        } else if (taken && !path.isAbsolute()) {
            block(required, name, "The path is not a full path: " + path, "Give a full path.");
        } else if (!taken && type != null) {
            block(refused, name, "The type " + type.text() + " does not take this path.", "Leave it out.");
        }
    }

    private void checkRetired() {
        if (arguments.nonWspcCompliant()) {
            warn(
                    "INI-16",
                    "NonWspcCompliant",
                    "The switch has no effect: validation is never skipped.",
                    "Leave it out.");
        }
        refuseRemoval("SignedRemovalDirectory", arguments.signedRemovalDirectory());
        refuseRemoval("PackagesToRemoveDirectory", arguments.packagesToRemoveDirectory());
    }

    private void refuseRemoval(String name, @Nullable Path folder) {
        if (folder != null) {
            block("STD-01", name, "Removal packages are not allowed any more.", "Leave it out.");
        }
    }

    private static boolean isInside(@Nullable Path path, @Nullable Path folder) {
        return path != null
                && folder != null
                && path.toAbsolutePath()
                        .normalize()
                        .startsWith(folder.toAbsolutePath().normalize());
    }

    /** Something without which there is no submission; no profile and no waiver makes up for it. */
    private void gap(String rule, String argument, String message, String mend) {
        gaps.add(finding(Severity.BLOCK, rule, argument, message, mend));
    }

    private void block(String rule, String argument, String message, String mend) {
        weighed.add(finding(Severity.BLOCK, rule, argument, message, mend));
    }

    private void warn(String rule, String argument, String message, String mend) {
        weighed.add(finding(Severity.WARN, rule, argument, message, mend));
    }

    private static Finding finding(Severity severity, String rule, String argument, String message, String mend) {
        return new Finding(RuleId.of(rule), severity, Location.ofPart("arguments", argument), message, mend);
    }
}

package io.oemingest.core.update;

import io.oemingest.core.format.acpi.AcpiTableChange;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an update between two images brings to a phone, package by package (rules VER-02, RFU-22, PRT-02).
 *
 * @param packages of either image, by name
 * @param tables ACPI tables that the delivered packages change
 * @param problems what hinders the update, or keeps a package out of it
 */
public record UpdateContent(List<PackageChange> packages, List<AcpiTableChange> tables, List<Finding> problems) {
    /** Space that an update needs besides what it brings, in bytes (rules AUX-01, AUX-02). */
    private static final long SPARE = 50L << 20;

    public UpdateContent {
        packages = List.copyOf(packages);
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    /** What becomes of a package. A newer service may know more; those read as {@link #UNRECOGNIZED}. */
    public enum Change {
        ADDED("Added"),
        /** Its version has risen: it is delivered. */
        UPDATED("Updated"),
        UNCHANGED("Unchanged"),
        /** Its content has changed and its version has not: it is not delivered. */
        IGNORED("Ignored"),
        /** Its version has fallen: it is not delivered. */
        FALLEN("Fallen"),
        /** The target lacks it; it stays on the phone. */
        MISSING("Missing"),
        UNRECOGNIZED("");

        private final String text;

        Change(String text) {
            this.text = text;
        }

        /** The word in reports and on the wire; empty for UNRECOGNIZED. */
        public String text() {
            return text;
        }

        /** The constant spelled so, or null for an unknown, empty or absent text. */
        public static @Nullable Change parseOrNull(@Nullable String text) {
            for (Change value : values()) {
                if (value != UNRECOGNIZED && value.text.equals(text)) {
                    return value;
                }
            }
            return null;
        }
    }

    /**
     * A package of one of the images or both.
     *
     * @param partition where it goes, as the target has it
     * @param size of its file in the target, in the source if the target lacks it, in bytes
     */
    public record PackageChange(
            String name,
            Change change,
            @Nullable FirmwareVersion before,
            @Nullable FirmwareVersion now,
            String partition,
            long size) {
        /** Whether phones get it. */
        public boolean isDelivered() {
            return change == Change.ADDED || change == Change.UPDATED;
        }
    }

    /** Compares two images, both read before. */
    public static UpdateContent between(SubmissionContents source, SubmissionContents target) {
        return new ContentComparison(source, target).content();
    }

    /** Packages that phones get. */
    public List<PackageChange> delivered() {
        return packages.stream().filter(PackageChange::isDelivered).toList();
    }

    /** Partitions that the delivered packages touch, in order, each once. */
    public List<String> partitions() {
        return delivered().stream()
                .map(PackageChange::partition)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether such an update can be made. */
    public boolean canBeMade() {
        return problems.stream().noneMatch(each -> each.severity() == Severity.BLOCK);
    }

    /** Free space that a phone needs if the update comes as differences, in bytes (rule AUX-01). */
    public long spaceOfDifferences() {
        return space(packages.stream()
                .filter(each -> each.change() == Change.UPDATED)
                .toList());
    }

    /** Free space that a phone needs if the update comes as whole packages, in bytes (rule AUX-02). */
    public long spaceOfWholePackages() {
        return space(delivered());
    }

    // The printed example, 4 MB and 62 MB, does not follow from the printed formula; the formula holds.
    private static long space(List<PackageChange> brought) {
        long size = brought.stream().mapToLong(PackageChange::size).reduce(0, Math::addExact);
        return Math.addExact(Math.addExact(size, size / 2 + size % 2), SPARE);
    }
}

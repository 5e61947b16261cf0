package io.oemingest.core.update;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.acpi.AcpiTableChange;
import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.io.Digest;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.update.UpdateContent.Change;
import io.oemingest.core.update.UpdateContent.PackageChange;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.rules.ForbiddenPartitionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares two images package by package, names without regard to case. */
final class ContentComparison {
    private static final RuleId NOT_RISEN = RuleId.of("RFU-22");

    private final SubmissionContents source;
    private final SubmissionContents target;
    private final List<PackageChange> packages = new ArrayList<>();
    private final List<PackageFacts> delivered = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    ContentComparison(SubmissionContents source, SubmissionContents target) {
        this.source = source;
        this.target = target;
    }

    UpdateContent content() {
        Map<String, PackageFacts> before = byName(source);
        for (PackageFacts now : byName(target).values()) {
            compare(before.remove(now.identity().key()), now);
        }
        before.values().forEach(each -> packages.add(change(Change.MISSING, each, null)));
        packages.sort(Comparator.comparing(PackageChange::name, String.CASE_INSENSITIVE_ORDER));
        judge();
        return new UpdateContent(packages, tables(), problems);
    }

    private static Map<String, PackageFacts> byName(SubmissionContents contents) {
        Map<String, PackageFacts> packages = new TreeMap<>();
        contents.packages().forEach(each -> packages.put(each.identity().key(), each));
        return packages;
    }

    private void compare(@Nullable PackageFacts before, PackageFacts now) {
        Change change = before == null ? Change.ADDED : change(before, now);
        packages.add(change(change, before, now));
        if (change == Change.ADDED || change == Change.UPDATED) {
            delivered.add(now);
        } else if (change != Change.UNCHANGED) {
            String message = now.name() + " has changed, its version " + now.version() + " has not risen.";
            tell(Severity.WARN, Location.ofFile(now.path()), message);
        }
    }

    private static Change change(PackageFacts before, PackageFacts now) {
        int order = now.version().compareTo(before.version());
        if (order != 0) {
            return order > 0 ? Change.UPDATED : Change.FALLEN;
        }
        // Content that is not known on both sides counts as the same, as the version says.
        Digest old = before.details().content();
        Digest content = now.details().content();
        boolean same = old == null || content == null || old.equals(content);
        return same ? Change.UNCHANGED : Change.IGNORED;
    }

    private static PackageChange change(Change change, @Nullable PackageFacts before, @Nullable PackageFacts now) {
        PackageFacts known = now == null ? Objects.requireNonNull(before) : now;
        return new PackageChange(
                known.name(),
                change,
                before == null ? null : before.version(),
                now == null ? null : now.version(),
                known.attributes().effectivePartition(),
                known.file().size());
    }

    private void judge() {
        if (delivered.isEmpty()) {
            String message = "The update would bring nothing: no package is new, and no version has risen.";
            tell(Severity.BLOCK, Location.ofFile("packages"), message);
        }
        // The rule judges what an update brings, and so it sees nothing but that.
        SubmissionContents brought =
                new SubmissionContents(target.kind(), target.documents(), delivered, List.of(), List.of());
        problems.addAll(new SubmissionValidator(List.of(new ForbiddenPartitionRule()))
                .validate(brought, ValidationContext.service().withPrevious(source))
                .findings());
        problems.sort(Finding.ORDER);
    }

    private void tell(Severity severity, Location place, String message) {
        String mend =
                Objects.requireNonNull(RuleCatalogue.standard().get(NOT_RISEN).mend());
        problems.add(new Finding(NOT_RISEN, severity, place, message, mend));
    }

    private List<AcpiTableChange> tables() {
        return AcpiTableChange.between(tables(source.packages()), tables(delivered));
    }

    private static List<PlacedTable> tables(List<PackageFacts> packages) {
        return packages.stream()
                .flatMap(each -> each.details().acpiTables().stream())
                .toList();
    }
}

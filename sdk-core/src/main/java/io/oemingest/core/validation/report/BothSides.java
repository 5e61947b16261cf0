package io.oemingest.core.validation.report;

import io.oemingest.core.validation.Evidence;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.OmittedFindings;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One report of two on the same submission, the client's and the service's: what both say is there once, and everything
 * says whose it is. Each side weighs by its own profile, so that a finding of two weights is there twice.
 */
public final class BothSides {
    private static final String CLIENT = "client";
    private static final String SERVICE = "service";

    private BothSides() {}

    /** Joins the reports; the result is acceptable if both are. */
    public static ValidationReport of(ValidationReport client, ValidationReport service) {
        return new ValidationReport(
                profile(client, service),
                findings(client, service),
                waived(client, service),
                labelled(client.skipped(), service.skipped(), BothSides::label),
                labelled(client.ruleFailures(), service.ruleFailures(), BothSides::label),
                omitted(client, service));
    }

    private static String profile(ValidationReport client, ValidationReport service) {
        return client.profile().equals(service.profile())
                ? client.profile()
                : client.profile() + " at the client, " + service.profile() + " at the service";
    }

    private static List<Finding> findings(ValidationReport client, ValidationReport service) {
        Map<Finding, Finding> merged = new LinkedHashMap<>();
        client.findings().forEach(each -> merged.put(SameFinding.key(each), told(each, CLIENT)));
        for (Finding each : service.findings()) {
            merged.merge(
                    SameFinding.key(each),
                    told(each, SERVICE),
                    (mine, theirs) -> told(joined(mine, theirs), CLIENT + " and " + SERVICE));
        }
        return List.copyOf(merged.values());
    }

    private static List<WaivedFinding> waived(ValidationReport client, ValidationReport service) {
        return Stream.concat(
                        client.waived().stream().map(each -> told(each, CLIENT)),
                        service.waived().stream().map(each -> told(each, SERVICE)))
                .toList();
    }

    private static WaivedFinding told(WaivedFinding waived, String side) {
        return new WaivedFinding(told(waived.finding(), side), waived.waiver());
    }

    private static Finding told(Finding finding, String side) {
        Map<String, String> evidence = new LinkedHashMap<>(finding.evidence());
        evidence.remove(Evidence.SIDE);
        evidence.put(Evidence.SIDE, side);
        return withEvidence(finding, evidence);
    }

    private static Finding joined(Finding mine, Finding theirs) {
        Map<String, String> evidence = new LinkedHashMap<>(mine.evidence());
        theirs.evidence().forEach(evidence::putIfAbsent);
        return withEvidence(mine, evidence);
    }

    private static Finding withEvidence(Finding finding, Map<String, String> evidence) {
        return new Finding(
                finding.rule(), finding.severity(), finding.location(), finding.message(), finding.mend(), evidence);
    }

    /** What both say as it is, what one says with its side. */
    private static <T> List<T> labelled(List<T> client, List<T> service, Labeller<T> labeller) {
        Set<T> mine = new HashSet<>(client);
        Set<T> theirs = new HashSet<>(service);
        List<T> all = new ArrayList<>();
        mine.forEach(each -> all.add(theirs.contains(each) ? each : labeller.label(each, CLIENT)));
        theirs.stream().filter(each -> !mine.contains(each)).forEach(each -> all.add(labeller.label(each, SERVICE)));
        return all;
    }

    private static SkippedRule label(SkippedRule skipped, String side) {
        return new SkippedRule(skipped.rule(), "At the " + side + ": " + skipped.reason());
    }

    private static RuleFailure label(RuleFailure failure, String side) {
        return new RuleFailure(failure.rule(), "At the " + side + ": " + failure.problem());
    }

    /** How many there are at least, since nobody knows which of them both sides have. */
    private static List<OmittedFindings> omitted(ValidationReport client, ValidationReport service) {
        Map<Map.Entry<RuleId, Severity>, OmittedFindings> most = new LinkedHashMap<>();
        Stream.of(client.omitted(), service.omitted())
                .flatMap(List::stream)
                .forEach(each -> most.merge(
                        Map.entry(each.rule(), each.severity()),
                        each,
                        (one, other) -> one.count() >= other.count() ? one : other));
        return List.copyOf(most.values());
    }

    @FunctionalInterface
    private interface Labeller<T> {
        T label(T said, String side);
    }
}

package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one rule has said, weighed by profile and waivers. Of each weight the first {@link #MAX_KEPT} findings in the order
 * of reports are kept and the others counted, so that neither the order of the input nor its size decides what is seen.
 */
final class FindingStore {
    static final int MAX_KEPT = 1_000;

    private final RuleId rule;
    private final ValidationPolicy policy;
    private final Map<Severity, Shelf> counting = new EnumMap<>(Severity.class);
    private final Map<Waiver, Shelf> waived = new LinkedHashMap<>();
    private final TreeSet<String> reasons = new TreeSet<>();
    private long moreReasons;

    FindingStore(RuleId rule, ValidationPolicy policy) {
        this.rule = rule;
        this.policy = policy;
    }

    Evidence add(Severity severity, Location location, String message, String mend) {
        Finding finding = new Finding(
                rule,
                policy.profile().weigh(rule, severity),
                location,
                Evidence.bounded(message),
                Evidence.bounded(mend));
        Waiver waiver = policy.waiverOf(finding);
        Shelf shelf = waiver == null
                ? counting.computeIfAbsent(finding.severity(), key -> new Shelf())
                : waived.computeIfAbsent(waiver, key -> new Shelf());
        return shelf.add(finding);
    }

    void skip(String reason) {
        if (reasons.add(Evidence.bounded(reason)) && reasons.size() > MAX_KEPT) {
            reasons.pollLast();
            moreReasons++;
        }
    }

    Stream<Finding> findings() {
        return counting.values().stream().flatMap(Shelf::findings);
    }

    Stream<WaivedFinding> waived() {
        return waived.entrySet().stream()
                .flatMap(each -> each.getValue().findings().map(finding -> new WaivedFinding(finding, each.getKey())));
    }

    Stream<SkippedRule> skipped() {
        Stream<String> more = moreReasons == 0 ? Stream.of() : Stream.of("… and " + moreReasons + " more reasons.");
        return Stream.concat(reasons.stream(), more).map(reason -> new SkippedRule(rule, reason));
    }

    /** Of those that count; waived ones beyond the limit decide nothing. */
    List<OmittedFindings> omitted() {
        return counting.entrySet().stream()
                .filter(each -> each.getValue().omitted > 0)
                .map(each -> new OmittedFindings(rule, each.getKey(), each.getValue().omitted))
                .toList();
    }

    /** The evidence comes in after the finding, while the rule still runs. */
    private static final class Shelf {
        private final TreeMap<Finding, Evidence> kept = new TreeMap<>(Finding.ORDER);
        private long omitted;

        Evidence add(Finding finding) {
            Evidence evidence = new Evidence();
            if (kept.putIfAbsent(finding, evidence) == null && kept.size() > MAX_KEPT) {
                kept.pollLastEntry();
                omitted++;
            }
            return evidence;
        }

        Stream<Finding> findings() {
            return kept.entrySet().stream()
                    .map(each -> each.getKey().with(each.getValue().facts()));
        }
    }
}

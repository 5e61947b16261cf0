package io.oemingest.core.validation.report;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SarifJson;
import io.oemingest.core.internal.wire.SarifJson.Invocation;
import io.oemingest.core.internal.wire.SarifJson.Message;
import io.oemingest.core.internal.wire.SarifJson.Notification;
import io.oemingest.core.internal.wire.SarifJson.Result;
import io.oemingest.core.internal.wire.SarifJson.ResultProperties;
import io.oemingest.core.internal.wire.SarifJson.RuleReference;
import io.oemingest.core.internal.wire.SarifJson.Suppression;
import io.oemingest.core.internal.wire.SarifJson.SuppressionProperties;
import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.Waiver;
import io.oemingest.core.validation.rules.StandardRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a SARIF 2.1.0 log of one run. A waived finding is a suppressed result (3.35), a rule that was skipped a
 * configuration notification, one that broke down an execution notification of a run that did not succeed (3.20).
 */
final class SarifReport {
    private final Map<RuleId, Integer> indexes = new HashMap<>();
    private final ValidationReport report;

    private SarifReport(ValidationReport report) {
        this.report = report;
    }

    static String write(ValidationReport report) {
        return Json.writeIndented(new SarifJson("2.1.0", List.of(new SarifReport(report).run())));
    }

    private SarifJson.Run run() {
        List<SarifJson.Rule> rules = new ArrayList<>();
        for (RuleId each : SaidRules.of(report)) {
            indexes.put(each, rules.size());
            rules.add(rule(each));
        }
        Invocation invocation = new Invocation(report.ruleFailures().isEmpty(), brokenDown(), notChecked());
        List<Result> results = Stream.concat(
                        report.findings().stream().map(each -> result(each, null)),
                        report.waived().stream().map(each -> result(each.finding(), each.waiver())))
                .toList();
        return new SarifJson.Run(
                new SarifJson.Tool(new SarifJson.Driver("oemingest", StandardRules.VERSION, rules)),
                List.of(invocation),
                results,
                new SarifJson.RunProperties(report.acceptable(), report.profile()));
    }

    private static SarifJson.Rule rule(RuleId id) {
        CatalogueEntry entry = RuleCatalogue.standard().find(id);
        if (entry == null) {
            return new SarifJson.Rule(id.text(), null, null, null, null);
        }
        return new SarifJson.Rule(
                id.text(),
                new Message(entry.title()),
                new Message(entry.explanation()),
                entry.mend() == null ? null : new Message(entry.mend()),
                new SarifJson.RuleProperties(entry.basis()));
    }

    private List<Notification> brokenDown() {
        return report.ruleFailures().stream()
                .map(each -> notification("error", each.rule(), each.problem()))
                .toList();
    }

    private List<Notification> notChecked() {
        return Stream.concat(
                        report.skipped().stream().map(each -> notification("note", each.rule(), each.reason())),
                        report.omitted().stream()
                                .map(each -> notification(
                                        level(each.severity()),
                                        each.rule(),
                                        each.count() + " more findings of this rule are not listed.")))
                .toList();
    }

    private Notification notification(String level, RuleId rule, String text) {
        return new Notification(level, new Message(text), new RuleReference(rule.text(), index(rule)));
    }

    private Result result(Finding finding, @Nullable Waiver waiver) {
        return new Result(
                finding.rule().text(),
                index(finding.rule()),
                level(finding.severity()),
                new Message(finding.message()),
                List.of(SarifPlaces.of(finding.location())),
                waiver == null ? null : List.of(suppression(waiver)),
                new ResultProperties(finding.mend(), finding.evidence().isEmpty() ? null : finding.evidence()));
    }

    private static Suppression suppression(Waiver waiver) {
        return new Suppression(
                "external",
                "accepted",
                waiver.reason(),
                new SuppressionProperties(waiver.by(), waiver.at().toString()));
    }

    private int index(RuleId rule) {
        return indexes.getOrDefault(rule, -1);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case BLOCK -> "error";
            case WARN -> "warning";
            case INFO -> "note";
        };
    }
}

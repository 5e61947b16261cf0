package io.oemingest.core.update;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.internal.wire.UpdatePlanJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.update.UpdatePlan.Prospect;
import io.oemingest.core.update.UpdatePlan.Step;
import io.oemingest.core.validation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans for people and for programs. */
final class UpdatePlanText {
    private UpdatePlanText() {}

    static String text(UpdatePlan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                plan.type().text() + " of " + plan.deviceName() + "/" + plan.operatorId() + " from " + plan.from()
                        + " to " + plan.to() + (plan.isPossible() ? "" : ": not possible"));
        int number = 1;
        for (Step step : plan.steps()) {
            line(text, "  " + number++ + ". " + step.source() + " -> " + step.target() + ": " + told(step.existing()));
            step.warnings().forEach(each -> line(text, "     " + told(each)));
        }
        for (PhoneHistory.Hole hole : plan.holes()) {
            line(
                    text,
                    "  Hole: " + hole.before().ticket() + " leads to "
                            + hole.before().target() + ", and " + hole.after().ticket() + " does not start there");
        }
        plan.prospects().forEach(each -> tell(text, each));
        UpdateVerdict refusal = plan.refusal();
        if (refusal != null) {
            refusal.findings().forEach(each -> line(text, "  " + told(each)));
        }
        return text.toString();
    }

    private static void tell(StringBuilder text, Prospect prospect) {
        BaselineOutlook outlook = prospect.outlook();
        String image = "  " + prospect.image().label() + " as a baseline: ";
        if (outlook.isPossible()) {
            line(text, image + "possible; submit it as one");
        }
        if (!outlook.missing().isEmpty()) {
            line(text, image + "lacks " + told(outlook.missing()) + "; empty ones will do");
        }
        if (!outlook.surplus().isEmpty()) {
            line(text, image + "the baseline above lacks " + told(outlook.surplus()));
        }
        outlook.sameVersion().forEach(each -> line(text, image + each.label() + " has its version"));
    }

    private static String told(List<String> packages) {
        return NameList.count(packages) + ": " + NameList.of(packages);
    }

    static String json(UpdatePlan plan) {
        return Json.writeIndented(new UpdatePlanJson(
                plan.deviceName(),
                plan.operatorId(),
                plan.type().text(),
                plan.from().id(),
                plan.to().id(),
                plan.isPossible(),
                plan.steps().stream().map(UpdatePlanText::step).toList(),
                plan.holes().stream()
                        .map(each -> new UpdatePlanJson.Hole(
                                each.before().ticket().id(),
                                each.after().ticket().id()))
                        .toList(),
                plan.prospects().stream().map(UpdatePlanText::prospect).toList(),
                plan.missingPackages().names(),
                refusal(plan.refusal())));
    }

    private static UpdatePlanJson.Step step(Step step) {
        UpdateLink existing = step.existing();
        return new UpdatePlanJson.Step(
                step.source().id(),
                step.target().id(),
                existing == null ? null : existing.ticket().id(),
                existing == null ? null : existing.stage().text(),
                ReportWire.toWire(step.warnings()));
    }

    private static UpdatePlanJson.Prospect prospect(Prospect prospect) {
        BaselineOutlook outlook = prospect.outlook();
        return new UpdatePlanJson.Prospect(
                prospect.image().ticket().id(),
                outlook.isPossible(),
                outlook.missing(),
                outlook.surplus(),
                outlook.sameVersion().stream().map(each -> each.ticket().id()).toList());
    }

    private static UpdatePlanJson.@Nullable Refusal refusal(@Nullable UpdateVerdict verdict) {
        return verdict == null || verdict.reason() == null
                ? null
                : new UpdatePlanJson.Refusal(verdict.reason().text(), ReportWire.toWire(verdict.findings()));
    }

    private static String told(@Nullable UpdateLink existing) {
        return existing == null
                ? "to be requested"
                : existing.ticket() + ", " + existing.stage().text();
    }

    private static String told(Finding finding) {
        return finding.severity().text() + " " + finding.rule() + " " + finding.message() + " " + finding.mend();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}

package io.oemingest.core.update;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateImage.Facts;
import java.util.ArrayList;
import java.util.List;

/** A request that nothing is wrong with, to be spoiled one fact at a time. */
final class Situations {
    static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-TARGET");
    static final SubmissionTicket SOURCE = new SubmissionTicket("TKT-SIGN-TEST-SOURCE");
    static final SubmissionTicket OTHER = new SubmissionTicket("TKT-SIGN-TEST-OTHERS");

    UpdateOrder order =
            UpdateOrder.of(TARGET, SOURCE, UpdateType.RETAIL_SERVICING).forPhone("RM-1045", "000-DE");
    UpdateImage target = UpdateImage.signed(TARGET, facts("2.0.0.0", WspcStatus.BASELINE));
    UpdateImage source = UpdateImage.signed(SOURCE, facts("1.0.0.0", WspcStatus.BASELINE));
    FirmwareVersion lowestBaseline = FirmwareVersion.parse("1.0.0.0");
    UpdatePolicy policy = UpdatePolicy.STRICT;
    final List<UpdateLink> chain = new ArrayList<>();

    static Facts facts(String version, WspcStatus status, String... packages) {
        return new Facts(
                packages.length == 0 ? image(version, "Contoso.BASE.Phone.MainOS") : image(version, packages),
                status,
                List.of("MS_STANDARD_FEATURE_1"),
                FirmwareVersion.parse("8.10.14234.375"));
    }

    /** For the phone of the request. */
    static Baseline image(String version, String... packages) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "RM-1045", "000-DE"),
                FirmwareVersion.parse(version),
                OTHER,
                PackageNames.of(List.of(packages)));
    }

    static UpdateLink link(int number, UpdateType type, SubmissionTicket from, SubmissionTicket to, UpdateStage stage) {
        return new UpdateLink(new RequestForUpdateTicket("TKT-RFU-TEST-LINKED-" + number), type, from, to, stage);
    }

    UpdateSituation situation() {
        return new UpdateSituation(order, "TEST", target, source, lowestBaseline, chain);
    }

    UpdateVerdict judged() {
        return new UpdateJudge(policy).judge(situation());
    }

    /** The verdict in short: {@code reason: Block RULE message | ...}, without mends. */
    String verdict() {
        UpdateVerdict verdict = judged();
        List<String> findings = verdict.findings().stream()
                .map(each -> each.severity().text() + " " + each.rule() + " "
                        + each.location().part() + ": " + each.message())
                .toList();
        String reason = verdict.reason() == null ? "accepted" : verdict.reason().text();
        return findings.isEmpty() ? reason : reason + "; " + String.join(" | ", findings);
    }
}

package io.oemingest.core.update;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdatePolicy.ChainPolicy;
import io.oemingest.core.validation.Severity;
import org.jspecify.annotations.Nullable;

/** Whether the request names what updates to 8.1 and later need, and both images are for that phone (rules RFU-06 to RFU-08, RFU-25, RFU-29). */
final class PhoneChecks {
    /** Windows Phone 8.1. */
    static final FirmwareVersion NAMED_PHONES_SINCE = new FirmwareVersion(8, 10, 0, 0);

    private final UpdateSituation situation;
    private final UpdatePolicy policy;
    private final UpdateFindings findings;

    PhoneChecks(UpdateSituation situation, UpdatePolicy policy, UpdateFindings findings) {
        this.situation = situation;
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        UpdateImage target = situation.target();
        FirmwareVersion os =
                target == null || target.facts() == null ? null : target.facts().osVersion();
        if (os == null || os.compareTo(NAMED_PHONES_SINCE) >= 0) {
            checkNames(os);
        }
        checkTargeted(TicketChecks.TARGET, target);
        checkTargeted(TicketChecks.SOURCE, situation.source());
    }

    private void checkNames(@Nullable FirmwareVersion os) {
        String system = os == null ? "of an unknown system" : os.toString();
        UpdateOrder order = situation.order();
        boolean sourceNamed = order.payload() instanceof MicrosoftOemMixed mixed && mixed.source() != null;
        if (!sourceNamed && policy.chain() != ChainPolicy.OFF) {
            findings.add(
                    policy.chain() == ChainPolicy.REFUSE ? Severity.BLOCK : Severity.WARN,
                    "RFU-06",
                    ReasonCode.CHAIN_BROKEN,
                    TicketChecks.SOURCE,
                    "The request names no source ticket, and the target is " + system + ".");
        }
        // An unknown system may be one for which nobody had to name phones.
        Severity weight = os == null && !policy.strict() ? Severity.WARN : Severity.BLOCK;
        requireName(weight, "RFU-07", "deviceName", order.deviceName(), "device", system);
        requireName(weight, "RFU-08", "operatorId", order.operatorId(), "operator", system);
    }

    private void requireName(
            Severity weight, String rule, String part, @Nullable String name, String what, String system) {
        if (name == null) {
            findings.add(
                    weight,
                    rule,
                    ReasonCode.INVALID_REQUEST,
                    part,
                    "The request names no " + what + ", and the target is " + system + ".");
        }
    }

    private void checkTargeted(String part, @Nullable UpdateImage image) {
        if (image == null || !image.owned() || !image.signed() || image.type() != SubmissionType.IMAGE) {
            return;
        }
        UpdateOrder order = situation.order();
        if (image.facts() == null) {
            findings.block(
                    "RFU-25",
                    ReasonCode.POP_NOT_TARGETED,
                    part,
                    "The image " + image.ticket() + " is not for "
                            + OsOnlyChecks.phone(order.deviceName(), order.operatorId()) + ".");
        }
    }
}

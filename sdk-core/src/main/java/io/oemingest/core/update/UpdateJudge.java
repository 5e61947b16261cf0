package io.oemingest.core.update;

import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;

/**
 * Says whether a request for update may be made, and why not: the rules of the families RFU and AKO that judge a new
 * request. The service and plans ask the same judge. A pure function of its arguments, safe for threads.
 */
public final class UpdateJudge {
    private final UpdatePolicy policy;

    public UpdateJudge(UpdatePolicy policy) {
        this.policy = policy;
    }

    public UpdateVerdict judge(UpdateSituation situation) {
        UpdateFindings findings = new UpdateFindings();
        UpdatePayload payload = situation.order().payload();
        if (payload instanceof MicrosoftOemMixed mixed) {
            new TicketChecks(situation, mixed, policy, findings).check();
            new PhoneChecks(situation, policy, findings).check();
            new EligibilityChecks(situation, policy, findings).check();
            new ChainChecks(situation, mixed, policy, findings).check();
        } else if (payload instanceof MicrosoftAkOnly systemAlone) {
            OsOnlyChecks.check(situation.order(), systemAlone, findings);
        }
        return findings.verdict();
    }
}

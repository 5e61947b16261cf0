package io.oemingest.emulator.engine;

import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/**
 * DTI-03: the manufacturer in the targeting values is the OEM that submits, compared ignoring case. A value that is
 * missing is for DTI-01.
 */
final class ManufacturerRule implements ValidationRule {
    static final RuleId ID = RuleId.of("DTI-03");

    private static final String NAME = "PhoneManufacturer";

    private final Account account;

    ManufacturerRule(Account account) {
        this.account = account;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        for (DeviceTargeting each : contents.targetings()) {
            String value = each.values().get(NAME);
            if (value != null && !value.equalsIgnoreCase(account.oemId())) {
                findings.block(
                                each.places().getOrDefault(NAME, each.location()),
                                NAME + " is '" + value + "', the account's OEM ID is " + account.oemId() + ".")
                        .fact("account", account.oemId());
            }
        }
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.submission.FfuFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;

/**
 * FFU-01: an image is for the submitter's own devices, so that nobody's image is flashed on another's. The first part of
 * each platform id is the OEM's id, compared ignoring case; {@code *} names no OEM and is refused, which is this
 * project's choice.
 */
final class FfuOwnerRule implements ValidationRule {
    static final RuleId ID = RuleId.of("FFU-01");

    private final Account account;

    FfuOwnerRule(Account account) {
        this.account = account;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        ReadDocument<FfuFacts> ffu = contents.documents().ffu();
        if (ffu == null) {
            return;
        }
        if (ffu.content().platformIds().isEmpty()) {
            findings.block(
                    Location.ofFile(ffu.file().path()),
                    "The image says for no device that it is for it.",
                    "Set the platform ids in OEMDevicePlatform.xml and build the image again.");
        }
        for (PlatformId each : ffu.content().platformIds()) {
            if (!each.oemId().equalsIgnoreCase(account.oemId())) {
                findings.block(
                                Location.ofFile(ffu.file().path()),
                                "The image is for " + each + ", and the account is that of " + account.oemId() + ".",
                                "Submit images of your own devices; the platform id begins with the OEM id.")
                        .fact("account", account.oemId());
            }
        }
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.Permission;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * PAR-08, this project's own: a signing profile that a submission asks for is one of the service, for this type of
 * submission, and the account may use it, whatever the context.
 */
final class SigningWishRule implements ValidationRule {
    static final RuleId ID = RuleId.of("PAR-08");

    private final EkuProfiles profiles;
    private final Account account;

    SigningWishRule(EkuProfiles profiles, Account account) {
        this.profiles = profiles;
        this.account = account;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        new TreeMap<>(contents.signAs()).forEach((path, id) -> {
            EkuProfile profile = profiles.find(id);
            if (profile == null || profile.branch() != EkuProfile.Branch.PACKAGES) {
                findings.block(Location.ofFile(path), "The service has no signing profile '" + id + "' for packages.")
                        .fact("profiles of the service", names());
            } else {
                check(profile, contents.kind().type(), Location.ofFile(path), findings);
            }
        });
    }

    private void check(EkuProfile profile, SubmissionType type, Location place, Findings findings) {
        Permission lacking = account.lacking(profile);
        if (lacking != null) {
            findings.block(
                    place,
                    "The account " + account.oemId() + " lacks the permission " + lacking.text()
                            + " that the signing profile " + profile + " needs.");
        } else if (!profile.submissionTypes().contains(type)) {
            findings.block(
                    place,
                    "The signing profile " + profile + " is not for submissions of the type " + type.text() + ".");
        } else if (!account.ekus().contains(profile.ekus())) {
            findings.block(
                    place,
                    "The account " + account.oemId() + " may not use the EKU combination '" + profile.ekus()
                            + "' of the signing profile " + profile + ".");
        }
    }

    private String names() {
        return profiles.ofPackages().stream().map(EkuProfile::id).collect(Collectors.joining(", "));
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationPolicy;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.emulator.port.PackageSigningPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The second run of the same rules (UPL-06), and after them the rules that only a service can apply. */
final class ServiceValidation {
    private static final Map<RuleId, ReasonCode> REASONS = Map.of(
            EkuAllowedRule.ID,
            ReasonCode.EKU_NOT_ALLOWED,
            SigningWishRule.ID,
            ReasonCode.EKU_NOT_ALLOWED,
            FfuOwnerRule.ID,
            ReasonCode.OEM_ID_MISMATCH,
            ManufacturerRule.ID,
            ReasonCode.OEM_ID_MISMATCH,
            RuleId.of("FFU-02"),
            ReasonCode.CATALOG_INTEGRITY);

    private final List<ValidationRule> commonRules;
    private final ValidationPolicy policy;
    private final PackageSigningPort signer;
    private final AccountDesk accounts;
    private final BaselineBook images;

    ServiceValidation(
            List<? extends ValidationRule> commonRules,
            ValidationProfile profile,
            PackageSigningPort signer,
            AccountDesk accounts,
            BaselineBook images) {
        this.commonRules = List.copyOf(commonRules);
        this.policy = ValidationPolicy.of(profile);
        this.signer = signer;
        this.accounts = accounts;
        this.images = images;
    }

    /** The images that it compares others with. */
    BaselineBook images() {
        return images;
    }

    Judgement judge(Submission submission, SubmissionArchive archive, Checkpoint checkpoint) throws IOException {
        TestSignatures signatures = TestSignatures.read(archive, signer, checkpoint);
        return judge(accounts.owner(submission), archive.contents(), signatures);
    }

    /** The same for facts alone: what only the packages themselves can tell is skipped. */
    ValidationReport check(Account account, SubmissionContents contents) {
        return judge(account, contents, TestSignatures.unread(signer)).report();
    }

    private Judgement judge(Account account, SubmissionContents contents, TestSignatures signatures) {
        List<ValidationRule> rules = new ArrayList<>(commonRules);
        rules.addAll(ownRules(signatures, account));
        ValidationContext context = context(account.clientId(), contents);
        return Judgement.of(new SubmissionValidator(rules, policy).validate(contents, context), contents, context);
    }

    /** Those that need what only a service knows. */
    static List<ValidationRule> ownRules(TestSignatures signatures, Account owner) {
        return List.of(
                new TestSignedRule(signatures),
                new EkuAllowedRule(signatures, owner),
                new SigningWishRule(signatures.profiles(), owner),
                new FfuOwnerRule(owner),
                new ManufacturerRule(owner));
    }

    private ValidationContext context(UUID clientId, SubmissionContents contents) {
        return ValidationContext.service()
                .withBaselines(KnownBaselines.ask(images.providerFor(clientId), contents))
                .withPrevious(images.before(clientId, contents));
    }

    /** Why a submission with an unacceptable report fails. */
    static SubmissionFailure failure(ValidationReport report) {
        List<Finding> blocking = report.findings(Severity.BLOCK);
        if (blocking.isEmpty()) {
            return new SubmissionFailure(
                    ReasonCode.INTERNAL_ERROR, "A rule of the service broke down; the submission was not judged.");
        }
        return new SubmissionFailure(reason(blocking), blockers(blocking));
    }

    /** The reason of its own that a rule has, if nothing else blocks. */
    private static ReasonCode reason(List<Finding> blocking) {
        Set<ReasonCode> reasons = blocking.stream()
                .map(finding -> REASONS.getOrDefault(finding.rule(), ReasonCode.VALIDATION_FAILED))
                .collect(Collectors.toUnmodifiableSet());
        return reasons.size() == 1 ? reasons.iterator().next() : ReasonCode.VALIDATION_FAILED;
    }

    private static String blockers(List<Finding> blocking) {
        return blocking.size() == 1
                ? "Validation found something that blocks signing: " + blocking.get(0)
                : "Validation found " + blocking.size() + " things that block signing, the first: " + blocking.get(0);
    }
}

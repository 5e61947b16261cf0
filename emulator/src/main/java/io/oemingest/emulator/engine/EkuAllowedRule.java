package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.Permission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PAR-04: the service has a certificate for every EKU combination in a package, for this type of submission and for an
 * account with these permissions, and a context-free package carries only combinations that the account may use. Where a signing
 * profile is asked for, the package's own combination does not matter.
 */
final class EkuAllowedRule implements ValidationRule {
    static final RuleId ID = RuleId.of("PAR-04");

    private final TestSignatures signatures;
    private final Account account;

    EkuAllowedRule(TestSignatures signatures, Account account) {
        this.signatures = signatures;
        this.account = account;
    }

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
        if (!signatures.read()) {
            findings.skip("Only the present signers of whole packages are known, not those of their parts.");
        }
        for (PackageFacts facts : contents.packages()) {
            boolean named = contents.signAs().containsKey(facts.path());
            for (EkuCombination combination : combinations(facts, named, findings)) {
                check(combination, contents.kind(), Location.ofFile(facts.path()), findings);
            }
        }
    }

    /** By the facts alone: what the present signer of a package says would be found again, whatever its parts say. */
    private Set<EkuCombination> combinations(PackageFacts facts, boolean named, Findings findings) {
        if (!signatures.read()) {
            EkuCombination present = facts.ekus();
            return present == null || named ? Set.of() : Set.of(present);
        }
        TestSignatures.Verdict verdict = signatures.of(facts);
        InputSignature signature = verdict == null ? null : verdict.signature();
        if (signature == null) {
            findings.skip("The package " + facts.path() + " has no test signature that counts");
            return Set.of();
        }
        return named ? signature.otherEkus() : signature.partEkus();
    }

    private void check(EkuCombination combination, SubmissionKind kind, Location place, Findings findings) {
        EkuProfile profile = signatures.profiles().ofPackages(combination);
        if (profile == null) {
            findings.block(
                            place,
                            "The service has no certificate for the EKU combination '" + combination + "'.",
                            "Sign every part of the package with one of the test certificates for packages.")
                    .fact("combinations of the service", combinationsOfTheService());
            return;
        }
        Permission lacking = account.lacking(profile);
        if (lacking != null) {
            findings.block(
                    place,
                    "The account " + account.oemId() + " lacks the permission " + lacking.text()
                            + " that the EKU combination '" + combination + "' needs.",
                    "Use a combination of the account, or ask for the permission.");
        } else if (!profile.submissionTypes().contains(kind.type())) {
            findings.block(
                    place,
                    "The EKU combination '" + combination + "' is not for submissions of the type "
                            + kind.type().text() + ".",
                    "Sign the package for what it is submitted as.");
        } else if (kind.context() == SubmissionContext.CONTEXT_FREE
                && !account.ekus().contains(combination)) {
            findings.block(
                            place,
                            "The account " + account.oemId() + " may not use the EKU combination '" + combination
                                    + "' in a context-free submission.",
                            "Use a combination of the account, or ask for this one.")
                    .fact("combinations of the account", names(account.ekus().stream()));
        }
    }

    private String combinationsOfTheService() {
        return names(signatures.profiles().ofPackages().stream().map(EkuProfile::ekus));
    }

    private static String names(Stream<EkuCombination> combinations) {
        return combinations.map(EkuCombination::toString).sorted().collect(Collectors.joining(", "));
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.emulator.port.InputSignature;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PAR-04: the service has a certificate for every EKU combination in a package, and a context-free package carries only
 * combinations that the account may use.
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
        boolean contextFree = contents.kind().context() == SubmissionContext.CONTEXT_FREE;
        if (!signatures.read()) {
            checkPresentSigners(contents, contextFree, findings);
            return;
        }
        for (PackageFacts facts : contents.packages()) {
            TestSignatures.Verdict verdict = signatures.of(facts);
            InputSignature signature = verdict == null ? null : verdict.signature();
            if (signature == null) {
                findings.skip("The package " + facts.path() + " has no test signature that counts");
            } else {
                check(facts.path(), signature.partEkus(), contextFree, findings);
            }
        }
    }

    /** By the facts alone: what the present signer of a package says would be found again, whatever its parts say. */
    private void checkPresentSigners(SubmissionContents contents, boolean contextFree, Findings findings) {
        findings.skip("Only the present signers of whole packages are known, not those of their parts.");
        for (PackageFacts facts : contents.packages()) {
            EkuCombination present = facts.ekus();
            if (present != null) {
                check(facts.path(), Set.of(present), contextFree, findings);
            }
        }
    }

    private void check(String path, Set<EkuCombination> ekus, boolean contextFree, Findings findings) {
        for (EkuCombination combination : ekus) {
            if (!signatures.profiles().contains(combination)) {
                findings.block(
                                Location.ofFile(path),
                                "The service has no certificate for the EKU combination '" + combination + "'.",
                                "Sign every part of the package with one of the test certificates for packages.")
                        .fact("combinations of the service", names(signatures.profiles()));
            } else if (contextFree && !account.ekus().contains(combination)) {
                findings.block(
                                Location.ofFile(path),
                                "The account " + account.oemId() + " may not use the EKU combination '" + combination
                                        + "' in a context-free submission.",
                                "Use a combination of the account, or ask for this one.")
                        .fact("combinations of the account", names(account.ekus()));
            }
        }
    }

    private static String names(Set<EkuCombination> combinations) {
        return combinations.stream().map(EkuCombination::toString).sorted().collect(Collectors.joining(", "));
    }
}

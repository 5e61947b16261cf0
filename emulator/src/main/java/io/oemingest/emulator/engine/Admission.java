package io.oemingest.emulator.engine;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.validation.CatalogueEntry;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.emulator.port.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether an account may submit this at all, asked before anything is judged: for a submission and for a dry run. */
final class Admission {
    private final int maxPackages;

    Admission(int maxPackages) {
        this.maxPackages = maxPackages;
    }

    /** Lets the submission in. @throws Refusal PermissionDenied (PAR-01, PAR-02, AUT-07), PayloadTooLarge */
    void check(Account account, SubmissionContents contents) throws Refusal {
        for (Permission each : needed(contents.kind())) {
            if (!account.may(each)) {
                throw Refusals.permissionDenied(account, each).because(findings(account, each));
            }
        }
        int count = contents.packages().size();
        if (count > maxPackages) {
            throw Refusals.tooManyPackages(count, maxPackages);
        }
    }

    /** The permissions that a submission of this kind takes, in the order in which they are asked for. */
    static List<Permission> needed(SubmissionKind kind) {
        if (kind.type() == SubmissionType.FFU_CATALOG) {
            return List.of(Permission.FFU_CATALOG);
        }
        if (kind.type() != SubmissionType.PARTIAL_IMAGE) {
            return List.of();
        }
        return kind.context() == SubmissionContext.CONTEXTUAL
                ? List.of(Permission.PARTIAL_IMAGE, Permission.INDIVIDUAL_PACKAGE)
                : List.of(Permission.PARTIAL_IMAGE);
    }

    /** None for permissions that are this project's own and no rule of the documents. */
    private static List<Finding> findings(Account account, Permission lacking) {
        return switch (lacking) {
            case PARTIAL_IMAGE -> List.of(finding("PAR-01", "for partial images", account, lacking));
            case INDIVIDUAL_PACKAGE -> List.of(finding("PAR-02", "for individual packages", account, lacking));
            case FFU_CATALOG, MICROSOFT_SYSTEM -> List.of();
        };
    }

    private static Finding finding(String rule, String what, Account account, Permission lacking) {
        Map<String, String> evidence = new LinkedHashMap<>();
        evidence.put("permission", lacking.text());
        evidence.put("account", account.oemId());
        CatalogueEntry entry = RuleCatalogue.standard().get(RuleId.of(rule));
        return new Finding(
                entry.id(),
                Severity.BLOCK,
                Location.ofFile("account"),
                "The account " + account.oemId() + " lacks the permission " + what + ".",
                Objects.requireNonNull(entry.mend()),
                evidence);
    }
}

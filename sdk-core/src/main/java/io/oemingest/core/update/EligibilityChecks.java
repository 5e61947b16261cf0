package io.oemingest.core.update;

import io.oemingest.core.internal.text.NameList;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateImage.Facts;
import io.oemingest.core.validation.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of who may be updated to what (rules RFU-11 to RFU-19). What a request for retail is refused for because of
 * the status of an image, a trial is warned of.
 */
final class EligibilityChecks {
    private final UpdateSituation situation;
    private final UpdatePolicy policy;
    private final UpdateFindings findings;
    private final boolean retail;

    EligibilityChecks(UpdateSituation situation, UpdatePolicy policy, UpdateFindings findings) {
        this.situation = situation;
        this.policy = policy;
        this.findings = findings;
        this.retail = situation.order().type() == UpdateType.RETAIL_SERVICING;
    }

    void check() {
        UpdateImage target = situation.target();
        UpdateImage source = situation.source();
        Facts to = facts(target);
        Facts from = facts(source);
        if (target != null && to != null) {
            checkTargetStatus(target, to.status(), source != null && from != null ? told(source, from) : "");
        }
        if (source != null && from != null) {
            checkSourceStatus(source, from);
        }
        if (target != null && source != null && to != null && from != null) {
            checkPair(target, to, source, from);
        }
    }

    private static @Nullable Facts facts(@Nullable UpdateImage image) {
        return image == null || !image.owned() || !image.signed() ? null : image.facts();
    }

    private static String told(UpdateImage source, Facts facts) {
        return " The source " + source.label() + " is " + word(facts.status()) + ".";
    }

    private void checkTargetStatus(UpdateImage target, WspcStatus status, String source) {
        if (!status.isBaseline()) {
            String message = "The target " + target.label() + " is " + word(status) + ", not a baseline";
            if (retail) {
                findings.block("RFU-11", ReasonCode.TARGET_NOT_BASELINE, TicketChecks.TARGET, message + "." + source);
            } else {
                warn("RFU-13", TicketChecks.TARGET, message + "; it can be tried out, but not serviced." + source);
            }
        }
    }

    private void checkSourceStatus(UpdateImage source, Facts facts) {
        if (facts.status() == WspcStatus.COMPLIANT) {
            String message = "The source " + source.label() + " is compliant, but not a baseline";
            if (retail) {
                findings.block("RFU-12", ReasonCode.SOURCE_NOT_BASELINE, TicketChecks.SOURCE, message + ".");
            } else {
                warn("RFU-14", TicketChecks.SOURCE, message + "; it can be tried out, but not serviced.");
            }
        } else if (facts.status() == WspcStatus.NON_COMPLIANT) {
            refuseLegacyPath(source, "It is not of the time before baselines.");
        } else if (facts.status() == WspcStatus.LEGACY_NON_COMPLIANT) {
            FirmwareVersion lowest = situation.lowestBaseline();
            if (lowest == null || facts.version().compareTo(lowest) >= 0) {
                refuseLegacyPath(
                        source,
                        lowest == null
                                ? "There is no baseline above it."
                                : "It is not below the lowest baseline, " + lowest + ".");
            }
        }
    }

    private void refuseLegacyPath(UpdateImage source, String why) {
        findings.add(
                retail ? Severity.BLOCK : Severity.WARN,
                "RFU-18",
                ReasonCode.SOURCE_NOT_BASELINE,
                TicketChecks.SOURCE,
                "The source " + source.label() + " is not compliant: " + why);
    }

    private void checkPair(UpdateImage target, Facts to, UpdateImage source, Facts from) {
        if (to.version().compareTo(from.version()) <= 0) {
            findings.block(
                    "RFU-16",
                    ReasonCode.VERSION_NOT_INCREASING,
                    TicketChecks.TARGET,
                    "The target has the version " + to.version() + ", the source " + from.version() + ".");
        }
        checkPackages(target, to, source, from);
        checkFeatures(to.features(), from.features());
    }

    private void checkPackages(UpdateImage target, Facts to, UpdateImage source, Facts from) {
        List<String> missing = from.packages().missingFrom(to.packages());
        if (missing.isEmpty()) {
            return;
        }
        String lack = "lacks " + NameList.count(missing) + " of the source " + source.label() + ": "
                + NameList.of(missing) + ".";
        if (from.status() == WspcStatus.LEGACY_NON_COMPLIANT) {
            refuseLegacyPath(source, "The target " + lack);
        } else if (from.status().isBaseline() && to.status().isBaseline()) {
            findings.add(
                    retail && policy.strict() ? Severity.BLOCK : Severity.WARN,
                    "RFU-15",
                    ReasonCode.VALIDATION_FAILED,
                    TicketChecks.TARGET,
                    "The target " + target.label() + " " + lack);
        }
    }

    private void checkFeatures(@Nullable List<String> to, @Nullable List<String> from) {
        if (to == null || from == null) {
            findings.skip("RFU-19", "The optional features of one of the images are not known.");
            return;
        }
        Set<String> added = without(to, from);
        Set<String> removed = without(from, to);
        if (!added.isEmpty() || !removed.isEmpty()) {
            findings.block(
                    "RFU-19",
                    ReasonCode.FEATURE_SET_CHANGED,
                    TicketChecks.TARGET,
                    "Optional features differ: " + told("target", added)
                            + (added.isEmpty() || removed.isEmpty() ? "" : "; ") + told("source", removed) + ".");
        }
    }

    private static Set<String> without(List<String> some, List<String> others) {
        Set<String> rest = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rest.addAll(some);
        others.forEach(rest::remove);
        return rest;
    }

    private static String told(String where, Set<String> features) {
        return features.isEmpty() ? "" : NameList.of(List.copyOf(features)) + " only in the " + where;
    }

    private void warn(String rule, String part, String message) {
        findings.add(Severity.WARN, rule, ReasonCode.VALIDATION_FAILED, part, message);
    }

    private static String word(WspcStatus status) {
        return switch (status) {
            case COMPLIANT -> "compliant";
            case NON_COMPLIANT -> "not compliant";
            case LEGACY_NON_COMPLIANT -> "of the time before baselines and not compliant";
            case BASELINE, LEGACY_COMPLIANT -> "a baseline";
        };
    }
}

package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.format.Location;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An image for a phone of Contoso's, judged by all standard rules beside the baselines of a test. */
final class JudgedImage {
    static final PhoneOperatorPairing GERMANY = new PhoneOperatorPairing("Contoso", "D100", "000-DE");
    static final PhoneOperatorPairing FRANCE = new PhoneOperatorPairing("Contoso", "D100", "000-FR");
    static final Location PACKAGES = Location.ofFile("packages");
    static final String ALLOWED = " The image is accepted, but retail updates can neither lead to it nor from it.";

    // These images are small: other rules would miss documents and settings, and have tests of their own.
    private static final List<ValidationRule> RULES = StandardRules.all().stream()
            .filter(rule -> rule.id().family().equals("WSP")
                    || Set.of("INI-33", "UPL-09").contains(rule.id().text()))
            .toList();

    private final List<PackageFacts> packages = new ArrayList<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();
    private final List<Baseline> history = new ArrayList<>();
    private SubmissionType type = SubmissionType.IMAGE;
    private boolean baseline;
    private BaselineProvider provider = query -> new Current(history.stream()
            .filter(each -> each.pairing().equals(query.pairing()))
            .toList());

    private JudgedImage() {}

    /** An image of packages {@code Contoso.BASE.Phone.<subComponent>}, without targeting values. */
    static JudgedImage bare(String... subComponents) {
        JudgedImage judged = new JudgedImage();
        for (String each : subComponents) {
            judged.packages.add(FactsBuilder.contoso(each).build());
        }
        return judged;
    }

    /** An image for Germany with this firmware version, of {@code Contoso.DEMO.Germany} and such packages. */
    static JudgedImage of(String version, String... subComponents) {
        return bare(subComponents).targeting("Germany", GERMANY, version);
    }

    JudgedImage targeting(String subComponent, PhoneOperatorPairing pairing, String version) {
        return targeting(
                subComponent,
                Map.of(
                        "PhoneManufacturer", pairing.manufacturer(),
                        "PhoneManufacturerModelName", pairing.modelName(),
                        "PhoneMobileOperatorName", pairing.operatorName(),
                        "PhoneFirmwareRevision", version));
    }

    JudgedImage targeting(String subComponent, Map<String, String> values) {
        packages.add(FactsBuilder.of(PackageIdentity.of("Contoso", "DEMO", subComponent))
                .targeting(values)
                .build());
        return this;
    }

    JudgedImage with(FactsBuilder more) {
        packages.add(more.build());
        return this;
    }

    JudgedImage asBaseline() {
        baseline = true;
        return this;
    }

    JudgedImage asPartialImage() {
        type = SubmissionType.PARTIAL_IMAGE;
        return this;
    }

    JudgedImage unreadable(String path, String problem) {
        unreadable.add(new UnreadableFile(Location.ofFile(path), problem));
        return this;
    }

    /** A baseline for Germany of the ticket {@code TKT-SIGN-TEST-<code>}, of {@code Contoso.DEMO.Germany} and such packages. */
    JudgedImage after(String code, String version, String... subComponents) {
        return after(GERMANY, code, version, subComponents);
    }

    JudgedImage after(PhoneOperatorPairing pairing, String code, String version, String... subComponents) {
        List<String> names = new ArrayList<>();
        for (String each : subComponents) {
            names.add("Contoso.BASE.Phone." + each);
        }
        names.add("Contoso.DEMO.Germany");
        history.add(new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                pairing,
                FirmwareVersion.parse(version),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(names)));
        return this;
    }

    JudgedImage told(BaselineAnswer answer) {
        provider = query -> answer;
        return this;
    }

    List<Baseline> history() {
        return history;
    }

    ValidationReport report(ValidationContext bare) {
        SubmissionContents contents = new SubmissionContents(
                new SubmissionKind(type, SubmissionContext.CONTEXTUAL, ProductType.WINDOWS_PHONE_BLUE, baseline),
                ImageDocuments.NONE,
                packages,
                List.of(),
                unreadable);
        ValidationReport report = new SubmissionValidator(RULES)
                .validate(contents, bare.withBaselines(KnownBaselines.ask(provider, contents)));
        assertThat(report.ruleFailures()).isEmpty();
        report.findings().forEach(CatalogueForms::assertAnnounced);
        return report;
    }

    void findsNothing() {
        findsExactly();
    }

    /** The findings of both sides, which must be the same, and nothing else. */
    void findsExactly(Finding... expected) {
        clientFindsExactly(expected);
        serviceFindsExactly(expected);
    }

    void clientFindsExactly(Finding... expected) {
        findsExactly(ValidationContext.client(), expected);
    }

    void serviceFindsExactly(Finding... expected) {
        findsExactly(ValidationContext.service(), expected);
    }

    private void findsExactly(ValidationContext side, Finding... expected) {
        assertThat(report(side).findings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                .containsExactly(expected);
    }

    List<String> skipped(String rule) {
        return report(ValidationContext.client()).skipped().stream()
                .filter(each -> each.rule().equals(RuleId.of(rule)))
                .map(SkippedRule::reason)
                .toList();
    }

    /** A finding about the package set, with the mend of the catalogue. */
    static Finding finding(Severity severity, String rule, String message) {
        return finding(severity, rule, PACKAGES, message);
    }

    static Finding finding(Severity severity, String rule, Location location, String message) {
        RuleId id = RuleId.of(rule);
        return new Finding(
                id,
                severity,
                location,
                message,
                RuleCatalogue.standard().get(id).mend());
    }
}

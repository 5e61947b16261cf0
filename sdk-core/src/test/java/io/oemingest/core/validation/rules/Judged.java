package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A submission judged by all standard rules, so that a test also sees what must not be found. */
final class Judged {
    private final List<PackageFacts> packages = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();
    private ProductType product = ProductType.WINDOWS_PHONE_BLUE;
    private SubmissionContext kind = SubmissionContext.CONTEXT_FREE;
    private ImageDocuments documents = ImageDocuments.NONE;
    private SubmissionType type = SubmissionType.PARTIAL_IMAGE;
    private SubmissionContents previous;

    private Judged() {}

    /** Two good packages and those of the test. */
    static Judged with(FactsBuilder... more) {
        Judged judged = new Judged();
        judged.packages.add(FactsBuilder.contoso("MainOS").build());
        judged.packages.add(FactsBuilder.contoso("EFIESP").partition("EFIESP").build());
        Arrays.stream(more).map(FactsBuilder::build).forEach(judged.packages::add);
        return judged;
    }

    Judged product(ProductType value) {
        product = value;
        return this;
    }

    Judged contextual(ImageDocuments value) {
        kind = SubmissionContext.CONTEXTUAL;
        documents = value;
        return this;
    }

    /** A whole image of this input, with the package that an image has for its targeting and platform. */
    static Judged image(OemInput input, FactsBuilder... more) {
        Judged judged = bareImage(input, more);
        judged.packages.add(TestDocuments.customizations().build());
        return judged;
    }

    /** As {@link #image}, without that package. */
    static Judged bareImage(OemInput input, FactsBuilder... more) {
        FileFacts file = new FileFacts("OEMInput.xml", 1, Digest.sha256(new byte[0]));
        Judged judged = with(more).contextual(new ImageDocuments(null, new ReadDocument<>(file, input)));
        judged.type = SubmissionType.IMAGE;
        return judged;
    }

    /** An image with the packages {@code more} that updates one with the packages {@code before}. */
    static Judged update(List<FactsBuilder> before, FactsBuilder... more) {
        Judged judged = image(TestDocuments.oemInput(), more);
        judged.previous = image(TestDocuments.oemInput(), before.toArray(FactsBuilder[]::new))
                .contents();
        return judged;
    }

    Judged stray(String path) {
        strays.add(path);
        return this;
    }

    Judged unreadable(UnreadableFile file) {
        unreadable.add(file);
        return this;
    }

    SubmissionContents contents() {
        return new SubmissionContents(
                new SubmissionKind(type, kind, product, false), documents, packages, strays, unreadable);
    }

    ValidationReport report(ValidationContext context) {
        ValidationReport report = new SubmissionValidator(StandardRules.all())
                .validate(contents(), context.withPrevious(previous).withBaselines(baselines()));
        assertThat(report.ruleFailures()).isEmpty();
        report.findings().forEach(CatalogueForms::assertAnnounced);
        return report;
    }

    /** An image's only baseline is an early one of the same packages. */
    private KnownBaselines baselines() {
        return KnownBaselines.ask(
                query -> new BaselineAnswer.Current(List.of(new Baseline(
                        product,
                        query.pairing(),
                        FirmwareVersion.parse("0.0.0.1"),
                        new SubmissionTicket("TKT-SIGN-TEST-AB12CD"),
                        PackageNames.of(packages.stream()
                                .map(PackageFacts::name)
                                .distinct()
                                .toList())))),
                contents());
    }

    void findsNothing() {
        findsExactly();
    }

    /** The findings of both sides, which must be the same, and nothing else; whatever evidence they carry. */
    void findsExactly(Finding... expected) {
        for (ValidationContext side : List.of(ValidationContext.client(), ValidationContext.service())) {
            assertThat(report(side).findings())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                    .containsExactly(expected);
        }
    }

    /** These findings on the client, and on the service none, for rules that only the client applies. */
    void findsOnTheClient(Finding... expected) {
        assertThat(report(ValidationContext.client()).findings()).containsExactly(expected);
        assertThat(report(ValidationContext.service()).findings()).isEmpty();
    }

    List<String> skipped(String rule) {
        return report(ValidationContext.client()).skipped().stream()
                .filter(each -> each.rule().equals(RuleId.of(rule)))
                .map(SkippedRule::reason)
                .toList();
    }

    /** A finding of this weight with the mend of the catalogue. */
    static Finding finding(Severity severity, String rule, Location location, String message) {
        String mend = RuleCatalogue.standard().get(RuleId.of(rule)).mend();
        return new Finding(RuleId.of(rule), severity, location, message, mend);
    }

    static Finding blocks(String rule, String path, String message) {
        return finding(Severity.BLOCK, rule, Location.ofFile(path), message);
    }

    static Finding warns(String rule, String path, String message) {
        return finding(Severity.WARN, rule, Location.ofFile(path), message);
    }

    static Finding block(String rule, Location location, String message, String mend) {
        return new Finding(RuleId.of(rule), Severity.BLOCK, location, message, mend);
    }

    static Finding block(String rule, String path, String message, String mend) {
        return block(rule, Location.ofFile(path), message, mend);
    }
}

package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
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

    Judged stray(String path) {
        strays.add(path);
        return this;
    }

    Judged unreadable(UnreadableFile file) {
        unreadable.add(file);
        return this;
    }

    ValidationReport report(ValidationContext context) {
        SubmissionContents contents = new SubmissionContents(
                new SubmissionKind(SubmissionType.PARTIAL_IMAGE, kind, product, false),
                documents,
                packages,
                strays,
                unreadable);
        ValidationReport report = new SubmissionValidator(StandardRules.all()).validate(contents, context);
        assertThat(report.ruleFailures()).isEmpty();
        report.findings().forEach(CatalogueForms::assertAnnounced);
        return report;
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

    List<String> skipped(String rule) {
        return report(ValidationContext.client()).skipped().stream()
                .filter(each -> each.rule().equals(RuleId.of(rule)))
                .map(SkippedRule::reason)
                .toList();
    }

    static Finding block(String rule, Location location, String message, String mend) {
        return new Finding(RuleId.of(rule), Severity.BLOCK, location, message, mend);
    }

    static Finding block(String rule, String path, String message, String mend) {
        return block(rule, Location.ofFile(path), message, mend);
    }
}

package io.oemingest.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.KnownBaselines;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageDetails;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.rules.StandardRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules before the documents of a real phone, against a report that was written by hand. */
class GoldenReportTest {
    private static final ProductType WINDOWS_10 = ProductType.WINDOWS_PHONE_THRESHOLD;

    @ParameterizedTest
    @CsvSource({
        "documents alone, standard",
        "documents alone, strict",
        "documents alone as Windows Phone, standard",
        "as built, standard",
        "as built, strict",
        "as found, standard",
        "as found, strict"
    })
    void saysOfARealPhoneWhatWasExpected(String judged, String profile) throws IOException {
        SubmissionContents contents = switch (judged) {
            case "documents alone" -> documentsAlone(WINDOWS_10);
            case "documents alone as Windows Phone" -> documentsAlone(ProductType.WINDOWS_PHONE_BLUE);
            case "as built" -> image(ProductType.WINDOWS_PHONE_BLUE, asBuilt());
            default -> image(WINDOWS_10, history());
        };
        Map<String, Integer> expected = golden("[" + judged + ", " + profile + "]");
        assertThat(expected).isNotEmpty();
        for (ValidationContext side : List.of(ValidationContext.client(), ValidationContext.service())) {
            ValidationReport report = report(contents, profile, side);
            Map<String, Integer> found = report.findings().stream()
                    .collect(Collectors.toMap(
                            each -> each.severity() + " " + each.rule(), each -> 1, Integer::sum, TreeMap::new));
            if (side.side() == ValidationContext.Side.SERVICE) {
                expected.keySet().removeIf(GoldenReportTest::isOfTheClient);
            }
            assertThat(found).as("%s", side.side()).isEqualTo(expected);
        }
    }

    private static boolean isOfTheClient(String line) {
        RuleId rule = RuleId.of(line.substring(line.indexOf(' ') + 1));
        return RuleCatalogue.standard().get(rule).side() == RuleSide.CLIENT;
    }

    private static ValidationReport report(SubmissionContents contents, String profile, ValidationContext side) {
        ValidationPolicy policy = ValidationPolicy.of(ValidationProfile.parseOrNull(profile));
        KnownBaselines none = KnownBaselines.ask(query -> new BaselineAnswer.Current(List.of()), contents);
        ValidationReport report =
                new SubmissionValidator(StandardRules.all(), policy).validate(contents, side.withBaselines(none));
        assertThat(report.ruleFailures()).isEmpty();
        return report;
    }

    private static SubmissionContents documentsAlone(ProductType product) throws IOException {
        return new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new Image(sample("UpdateHistory.xml"), sample("OEMInput.xml"), product))
                .contents();
    }

    /** What the history tells of each package, and of the inside, which nobody has, what breaks no rule. */
    private static SubmissionContents image(ProductType product, UpdateHistory history) throws IOException {
        List<PackageFacts> packages = history.installedPackages().stream()
                .filter(each -> OwnerType.parseOrNull(each.ownerType()) != OwnerType.MICROSOFT)
                .map(GoldenReportTest::facts)
                .toList();
        SubmissionKind kind = new SubmissionKind(SubmissionType.IMAGE, SubmissionContext.CONTEXTUAL, product, false);
        try (ByteSource input = ByteSource.open(sample("OEMInput.xml"))) {
            ImageDocuments documents = new ImageDocuments(
                    new ReadDocument<>(file("UpdateHistory.xml"), history),
                    new ReadDocument<>(file("OEMInput.xml"), OemInput.read(input, FormatLimits.defaults())));
            return new SubmissionContents(kind, documents, packages, List.of(), List.of());
        }
    }

    private static PackageFacts facts(HistoryPackage each) {
        boolean spkg = each.fileName().endsWith(".spkg");
        boolean customizations = each.name().endsWith(".Customizations.MainOS");
        return new PackageFacts(
                file("packages/" + each.fileName()),
                each.name(),
                spkg ? PackageStyle.SPKG : PackageStyle.CBS,
                each.identity(),
                each.version(),
                new PackageAttributes(
                        each.ownerType(),
                        each.releaseType(),
                        each.partition(),
                        each.platform(),
                        each.removal(),
                        each.binaryPartition()),
                null,
                customizations ? TestDocuments.customizations().build().details() : PackageDetails.NONE);
    }

    private static FileFacts file(String path) {
        return new FileFacts(path, 1, Digest.sha256(path.getBytes(StandardCharsets.UTF_8)));
    }

    /** The history as it was when the phone left imaging. */
    private static UpdateHistory asBuilt() throws IOException {
        return new UpdateHistory(
                history().events().stream().filter(each -> each.sequence() == 1).toList());
    }

    private static UpdateHistory history() throws IOException {
        try (ByteSource source = ByteSource.open(sample("UpdateHistory.xml"))) {
            return UpdateHistory.read(source, FormatLimits.defaults());
        }
    }

    private static Path sample(String name) {
        return Samples.fileOrSkip("device-lumia930", name);
    }

    /** The lines under a heading: severity and rule, and how often. */
    private static Map<String, Integer> golden(String heading) throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        try (InputStream in = GoldenReportTest.class.getResourceAsStream("golden/lumia-930.txt")) {
            boolean inside = false;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                inside = line.startsWith("[") ? line.equals(heading) : inside;
                String[] words = line.split(" +", 4);
                if (inside && words.length == 4 && !line.startsWith("[") && !line.startsWith("#")) {
                    lines.put(words[0] + " " + words[1], Integer.valueOf(words[2]));
                }
            }
        }
        return lines;
    }
}

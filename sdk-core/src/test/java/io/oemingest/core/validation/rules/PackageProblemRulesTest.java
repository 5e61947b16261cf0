package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.format.pkg.PackageProblem.Kind;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.RebuiltPackage;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.SubmissionValidator;
import io.oemingest.core.validation.ValidationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a package reader notes is somebody's finding: a real package for each kind of problem, judged by all rules. */
class PackageProblemRulesTest {
    // The image around the package is incomplete, which other families would find.
    private static final Set<String> ABOUT_PACKAGES = Set.of("PKG", "STD", "PRT");
    private static final String FILE = "\\Windows\\a.bin";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isFoundByTheRuleOfItsKind(Kind kind) throws IOException {
        PackageFacts broken = read(brokenIn(kind));
        assertThat(broken.details().problems())
                .extracting(PackageProblem::kind)
                .containsOnly(problems(kind).toArray(Kind[]::new));
        assertThat(idsOfFindings(broken)).containsExactlyInAnyOrderElementsOf(rules(kind));
    }

    private static Set<String> rules(Kind kind) {
        return switch (kind) {
            case MISSING_VALUE -> Set.of("PKG-01");
            case UNKNOWN_VALUE -> Set.of("PKG-02");
            case BUILD_OR_CPU_TYPE, NAME_FORM, CULTURE_OR_RESOLUTION, DEVICE_PATH -> Set.of("WSP-22");
            case DUPLICATE_DEVICE_PATH, RESERVED_FOLDER, REGISTRY_WITHOUT_HIVE, JUNCTION_PATH -> Set.of("PKG-22");
            case METADATA_PATH, MANIFEST_SIZE, NO_COMPONENT -> Set.of("PKG-22");
            case BINARY_PARTITION_CONTENT -> Set.of("PKG-08");
            case BINARY_PARTITION_REMOVAL -> Set.of("STD-01", "PKG-08");
            case REMOVAL_CONTENT -> Set.of("STD-01");
            case FOREIGN_UPDATE_OS -> Set.of("PRT-02");
        };
    }

    private static Set<Kind> problems(Kind kind) {
        return switch (kind) {
            // A package to be removed brings nothing, so it has no object for a partition either.
            case BINARY_PARTITION_REMOVAL -> Set.of(kind, Kind.BINARY_PARTITION_CONTENT);
            default -> Set.of(kind);
        };
    }

    private Path brokenIn(Kind kind) throws IOException {
        return switch (kind) {
            case MISSING_VALUE -> written(facts -> facts.ownerType(null));
            case UNKNOWN_VALUE -> written(facts -> facts.ownerType("Nobody"));
            case BUILD_OR_CPU_TYPE -> written(facts -> facts.cpuType("MIPS"));
            case NAME_FORM -> rebuilt("Main.OS", "Main:OS", facts -> facts.groupingKey("Main.OS"));
            case CULTURE_OR_RESOLUTION -> rebuiltGerman();
            case DEVICE_PATH -> rebuilt(">\\Windows\\a.bin<", ">xWindows\\a.bin<", facts -> facts);
            case DUPLICATE_DEVICE_PATH -> rebuilt("\\Windows\\b.bin", FILE, facts -> facts);
            case RESERVED_FOLDER -> rebuilt("\\Windows\\a.bin<", "\\Windows\\Packages\\DsmFiles\\a<", facts -> facts);
            case REGISTRY_WITHOUT_HIVE -> rebuilt(">Regular<", ">Registry<", facts -> facts.partition("PLAT"));
            case BINARY_PARTITION_CONTENT ->
                written(facts -> facts.partition("TZ").binaryPartition(true));
            case BINARY_PARTITION_REMOVAL -> rebuiltRemoval();
            case JUNCTION_PATH -> rebuilt("\\Windows\\a.bin<", "\\EFIESP\\a.bin<", facts -> facts);
            case FOREIGN_UPDATE_OS -> written(facts -> facts.partition("UpdateOS"));
            case METADATA_PATH -> rebuilt("\\DsmFiles\\", "\\DsmFolder\\", facts -> facts);
            case MANIFEST_SIZE -> rebuilt(text -> text + "\n", written(facts -> facts));
            case REMOVAL_CONTENT -> rebuilt(">false</IsRemoval>", ">true</IsRemoval>", facts -> facts);
            case NO_COMPONENT -> withoutComponent();
        };
    }

    private Path rebuiltGerman() throws IOException {
        PackageIdentity german = new PackageIdentity("Contoso", "Radio", null, "de-de", null);
        return rebuilt(RebuiltPackage.keepingSize("de-de", "0e-de"), write(PackageStyle.SPKG, german, facts -> facts));
    }

    private Path rebuiltRemoval() throws IOException {
        PackageIdentity radio = PackageIdentity.of("Contoso", "Radio", null);
        PackageManifest facts =
                facts(PackageStyle.SPKG, radio).partition("TZ").removal(true).build();
        Path removal = folder.resolve(PackageWriter.fileName(facts));
        PackageWriter.of(facts).writeTo(removal, new SecurityCatalogBuilder(() -> Instant.EPOCH));
        return rebuilt(RebuiltPackage.keepingSize(">false</IsBinaryPartition>", ">true</IsBinaryPartition>"), removal);
    }

    private Path withoutComponent() throws IOException {
        PackageIdentity radio = PackageIdentity.of("Contoso", "Radio", null);
        Path cbs = write(PackageStyle.CBS, radio, facts -> facts.platform(null));
        return rebuilt(text -> text.replace(RebuiltPackage.COMPONENT, RebuiltPackage.NO_COMPONENT), cbs);
    }

    private Path written(UnaryOperator<PackageManifest.Builder> change) throws IOException {
        return write(PackageStyle.SPKG, PackageIdentity.of("Contoso", "Radio", null), change);
    }

    private Path write(PackageStyle style, PackageIdentity identity, UnaryOperator<PackageManifest.Builder> change)
            throws IOException {
        PackageManifest facts = change.apply(facts(style, identity)).build();
        Path file = folder.resolve(PackageWriter.fileName(facts));
        PackageWriter.of(facts)
                .file(FILE, ByteSource.of("a.bin", new byte[10]))
                .file("\\Windows\\b.bin", ByteSource.of("b.bin", new byte[10]))
                .writeTo(file, new SecurityCatalogBuilder(() -> Instant.EPOCH));
        return file;
    }

    private static PackageManifest.Builder facts(PackageStyle style, PackageIdentity identity) {
        PackageManifest.Builder facts =
                PackageManifest.retail(style, identity).version(FirmwareVersion.parse("1.0.0.0"));
        return style == PackageStyle.SPKG ? facts.platform("QC8974") : facts;
    }

    private Path rebuilt(String text, String instead, UnaryOperator<PackageManifest.Builder> change)
            throws IOException {
        return rebuilt(RebuiltPackage.keepingSize(text, instead), written(change));
    }

    private Path rebuilt(UnaryOperator<String> manifest, Path original) throws IOException {
        Path target = Files.createDirectories(folder.resolve("rebuilt")).resolve(original.getFileName());
        return RebuiltPackage.write(original, target, manifest);
    }

    private PackageFacts read(Path broken) throws IOException {
        Path packages = Files.createDirectories(folder.resolve("packages"));
        Files.copy(broken, packages.resolve(broken.getFileName()));
        SubmissionContents contents = new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new PartialImage.ContextFree(packages.toAbsolutePath(), ProductType.WINDOWS_PHONE_THRESHOLD))
                .contents();
        assertThat(contents.unreadable()).isEmpty();
        return contents.packages().get(0);
    }

    /** What is found where an update brings the package. */
    private static Set<String> idsOfFindings(PackageFacts broken) {
        SubmissionContents before = image(FactsBuilder.contoso("MainOS").build());
        ValidationContext update = ValidationContext.client().withPrevious(before);
        SubmissionValidator validator = new SubmissionValidator(StandardRules.all().stream()
                .filter(rule -> ABOUT_PACKAGES.contains(rule.id().family()) || rule instanceof UnloadablePackageRule)
                .filter(rule -> !(rule instanceof DevicePlatformPackageRule))
                .toList());
        return validator.validate(image(broken), update).findings().stream()
                .map(Finding::rule)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static SubmissionContents image(PackageFacts facts) {
        SubmissionKind kind = new SubmissionKind(
                SubmissionType.IMAGE, SubmissionContext.CONTEXTUAL, ProductType.WINDOWS_PHONE_THRESHOLD, false);
        return new SubmissionContents(kind, ImageDocuments.NONE, List.of(facts), List.of(), List.of());
    }
}

package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.update.UpdateContent.PackageChange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateContentTest {
    private static final FileFacts DOCUMENT = new FileFacts("document", 1, Digest.sha256(new byte[0]));

    @Test
    void decidesForEachPackageWhetherPhonesGetIt() {
        UpdateContent content = UpdateContent.between(
                image(
                        packed("Same", "1.0.0.0", "old"),
                        packed("Risen", "1.9.9.9", "old"),
                        packed("Silent", "1.0.0.0", "old"),
                        packed("Fallen", "3.0.0.0", "old"),
                        packed("Gone", "1.0.0.0", "old"),
                        packed("Rebuilt", "1.0.0.0", "old")),
                image(
                        packed("same", "1.0.0.0", "old"),
                        packed("Risen", "2.0.0.0", "new").partition("EFIESP"),
                        packed("Silent", "1.0.0.0", "new"),
                        packed("Fallen", "2.0.0.0", "new"),
                        packed("Rebuilt", "1.0.0.1", "old"),
                        packed("New", "1.0.0.0", "new").partition("PLAT")));

        assertThat(content.packages())
                .extracting(each -> each.name() + " " + each.change().text() + " " + each.before() + " " + each.now())
                .containsExactly(
                        "Contoso.BASE.Phone.Fallen Fallen 3.0.0.0 2.0.0.0",
                        "Contoso.BASE.Phone.Gone Missing 1.0.0.0 null",
                        "Contoso.BASE.Phone.New Added null 1.0.0.0",
                        "Contoso.BASE.Phone.Rebuilt Updated 1.0.0.0 1.0.0.1",
                        "Contoso.BASE.Phone.Risen Updated 1.9.9.9 2.0.0.0",
                        "Contoso.BASE.Phone.same Unchanged 1.0.0.0 1.0.0.0",
                        "Contoso.BASE.Phone.Silent Ignored 1.0.0.0 1.0.0.0");
        assertThat(content.delivered())
                .extracting(PackageChange::name)
                .containsExactly("Contoso.BASE.Phone.New", "Contoso.BASE.Phone.Rebuilt", "Contoso.BASE.Phone.Risen");
        assertThat(content.partitions()).containsExactly("EFIESP", "MainOS", "PLAT");
        assertThat(problems(content))
                .containsExactly(
                        "Warn RFU-22 packages/Contoso.BASE.Phone.Fallen.spkg: Contoso.BASE.Phone.Fallen has changed, its"
                                + " version 2.0.0.0 has not risen.",
                        "Warn RFU-22 packages/Contoso.BASE.Phone.Silent.spkg: Contoso.BASE.Phone.Silent has changed, its"
                                + " version 1.0.0.0 has not risen.");
        assertThat(content.canBeMade()).isTrue();
    }

    @Test
    void cannotBeMadeIfItTouchesAPartitionThatOemsMustNotUpdate() {
        UpdateContent content = UpdateContent.between(
                image(packed("Maps", "1.0.0.0", "old").partition("Data")),
                image(packed("Maps", "1.0.0.1", "new").partition("Data")));

        assertThat(problems(content))
                .containsExactly(
                        "Block PRT-02 packages/Contoso.BASE.Phone.Maps.spkg: The update brings a package for the"
                                + " partition Data, which OEMs must not update.");
        assertThat(content.canBeMade()).isFalse();
    }

    @Test
    void mayLeaveSuchAPartitionAlone() {
        UpdateContent content = UpdateContent.between(
                image(packed("Maps", "1.0.0.0", "old").partition("Data"), packed("A", "1.0.0.0", "old")),
                image(packed("Maps", "1.0.0.0", "old").partition("Data"), packed("A", "1.0.0.1", "new")));

        assertThat(content.problems()).isEmpty();
    }

    @Test
    void cannotBeMadeOfNothing() {
        UpdateContent content =
                UpdateContent.between(image(packed("A", "1.0.0.0", "old")), image(packed("A", "1.0.0.0", "old")));

        assertThat(problems(content))
                .containsExactly(
                        "Block RFU-22 packages: The update would bring nothing: no package is new, and no version"
                                + " has risen.");
    }

    @Test
    void namesTheTablesThatChange() throws Exception {
        byte[] table = control(1);
        byte[] other = control(2);
        UpdateContent content = UpdateContent.between(
                image(packed("Acpi", "1.0.0.0", "old").table("\\ACPI\\facs.acp", table)),
                image(packed("Acpi", "1.0.0.1", "new").table("\\ACPI\\facs.acp", other)));

        assertThat(content.tables())
                .extracting(each -> each.after().devicePath())
                .containsExactly("\\ACPI\\facs.acp");
    }

    @Test
    void estimatesSpaceByTheFormulaAndNotByTheExample() {
        PackageChange updated = sized(UpdateContent.Change.UPDATED, 4L << 20);
        PackageChange added = sized(UpdateContent.Change.ADDED, 3);
        PackageChange unchanged = sized(UpdateContent.Change.UNCHANGED, 1L << 40);
        UpdateContent content = new UpdateContent(List.of(updated, added, unchanged), List.of(), List.of());

        assertThat(content.spaceOfDifferences()).isEqualTo(56L << 20);
        assertThat(content.spaceOfWholePackages()).isEqualTo((56L << 20) + 5);
    }

    @Test
    void readsSystemAndFeaturesFromTheDocumentsOfARealPhone() throws Exception {
        Path history = Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml");
        ImageDocuments documents;
        try (ByteSource source = ByteSource.open(history)) {
            documents = new ImageDocuments(
                    new ReadDocument<>(DOCUMENT, UpdateHistory.read(source, FormatLimits.defaults())),
                    new ReadDocument<>(DOCUMENT, TestDocuments.oemInput()));
        }
        UpdateImage.Facts facts = UpdateImage.Facts.of(
                new SubmissionContents(image().kind(), documents, List.of(), List.of(), List.of()),
                Situations.image("1.0.0.0"),
                WspcStatus.BASELINE);

        assertThat(facts.osVersion()).hasToString("10.0.16212.1000");
        assertThat(facts.features()).containsExactly("RELEASE_PRODUCTION");
    }

    private static List<String> problems(UpdateContent content) {
        content.problems().forEach(CatalogueForms::assertAnnounced);
        return content.problems().stream()
                .map(each -> each.severity().text() + " " + each.rule() + " " + each.location() + ": " + each.message())
                .toList();
    }

    /** A FACS, which has no checksum to keep. */
    private static byte[] control(int hardware) {
        return ByteBuffer.allocate(64)
                .put("FACS@\0\0\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(hardware)
                .array();
    }

    private static PackageChange sized(UpdateContent.Change change, long size) {
        return new PackageChange("A", change, null, null, "MainOS", size);
    }

    private static FactsBuilder packed(String name, String version, String content) {
        return FactsBuilder.contoso(name).version(version).content(content);
    }

    private static SubmissionContents image(FactsBuilder... packages) {
        return new SubmissionContents(
                new SubmissionKind(
                        SubmissionType.IMAGE, SubmissionContext.CONTEXTUAL, ProductType.WINDOWS_PHONE_BLUE, false),
                ImageDocuments.NONE,
                Arrays.stream(packages).map(FactsBuilder::build).toList(),
                List.of(),
                List.of());
    }
}

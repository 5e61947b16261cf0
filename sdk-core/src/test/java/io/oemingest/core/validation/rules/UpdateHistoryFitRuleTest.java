package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.UpdateEvent;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.format.image.UpdateOutput;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.testing.FactsBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateHistoryFitRuleTest {
    private static final String PATH = "packages/Contoso.BASE.Phone.PLAT.spkg";

    @Test
    void refusesAPackageThatTheImageDoesNotHold() {
        Judged.with(FactsBuilder.contoso("PLAT").partition("PLAT"))
                .contextual(history())
                .findsExactly(block(
                        "PAR-03",
                        PATH,
                        "The image's update history has no package Contoso.BASE.Phone.PLAT.",
                        "Submit the package with the update history of the image that holds it, or context-free."));
    }

    @Test
    void refusesAnotherPartitionThanTheImages() {
        Judged.with(FactsBuilder.contoso("PLAT").partition("DPP"))
                .contextual(history(installed("PLAT", "1.40.55.808", "PLAT")))
                .findsExactly(block(
                        "PAR-03",
                        PATH,
                        "The package is for DPP, the image has it in PLAT.",
                        "Build the package for the partition in which the image has it."));
    }

    @Test
    void refusesALowerVersionThanTheImages() {
        Judged.with(FactsBuilder.contoso("PLAT").partition("PLAT").version("1.40.55.807"))
                .contextual(history(installed("PLAT", "1.40.55.808", "PLAT")))
                .findsExactly(block(
                        "PAR-03",
                        PATH,
                        "The package has the version 1.40.55.807, the image has 1.40.55.808 already.",
                        "Submit the version that the image holds or a higher one."));
    }

    @Test
    void acceptsTheSameAndAHigherVersionIgnoringTheCaseOfNamesAndPartitions() {
        Judged.with(
                        FactsBuilder.contoso("PLAT").partition("plat"),
                        FactsBuilder.contoso("RPM").partition("RPM").version("2.0.0.0"))
                .contextual(history(installed("plat", "1.40.55.808", "PLAT"), installed("RPM", "1.0.0.0", "RPM")))
                .findsNothing();
    }

    @Test
    void isSkippedWhenTheHistoryCouldNotBeRead() {
        Judged judged = Judged.with().contextual(ImageDocuments.NONE);
        judged.findsNothing();
        assertThat(judged.skipped("PAR-03")).containsExactly("The update history is not there or cannot be read.");
    }

    @Test
    void doesNotApplyToContextFreeSubmissions() {
        Judged judged = Judged.with(FactsBuilder.contoso("PLAT"));
        judged.findsNothing();
        assertThat(judged.skipped("PAR-03")).isEmpty();
    }

    /** The two packages that are always there, and more. */
    private static ImageDocuments history(HistoryPackage... more) {
        List<HistoryPackage> packages = new ArrayList<>(List.of(more));
        packages.add(installed("MainOS", "1.40.55.808", "MainOS"));
        packages.add(installed("EFIESP", "1.40.55.808", "EFIESP"));
        UpdateEvent event = new UpdateEvent(1, null, null, new UpdateOutput(null, 0, "Update Complete", packages));
        FileFacts file = new FileFacts("UpdateHistory.xml", 1, Digest.sha256(new byte[1]));
        return new ImageDocuments(new ReadDocument<>(file, new UpdateHistory(List.of(event))), null);
    }

    private static HistoryPackage installed(String subComponent, String version, String partition) {
        PackageIdentity identity = PackageIdentity.of("contoso", "BASE.Phone", subComponent);
        return new HistoryPackage(
                identity,
                FirmwareVersion.parse(version),
                "Production",
                "OEM",
                "Retail",
                "ARM",
                partition,
                null,
                null,
                false,
                false,
                "c:\\out\\" + identity.name() + ".spkg",
                null,
                "Invalid",
                HistoryPackage.Details.NONE);
    }
}

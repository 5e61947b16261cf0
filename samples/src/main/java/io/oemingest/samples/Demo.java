package io.oemingest.samples;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything at once, against one emulator: a contextual submission, a context-free one, and one that is refused.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.Demo [WORK-FOLDER]}
 */
public final class Demo {
    private Demo() {}

    /** Ends with an exception, and so with a failing exit code, unless all three end as they should. */
    public static void main(String... args) throws Exception {
        Path work = SampleArguments.of("demo", args).workFolder();
        Narrator narrator = new Narrator(System.out);
        try (IngestionEmulator emulator = IngestionEmulator.builder().start()) {
            SamplePackages packages = new SamplePackages(emulator::inputSigner, CabinetCompression.MSZIP);
            SampleInput input = packages.writeTo(work.resolve("input"), ContosoPhone.packages());
            // Whoever starts an emulator of his own needs it, to have these packages accepted there.
            Files.writeString(work.resolve("input/test-roots.pem"), emulator.testInputRootsPem());
            PartialImageSample.run(emulator, input, work.resolve("contextual"));
            ContextFreeSample.run(emulator, input, work.resolve("context-free"));
            refused(
                    packages.writeTo(work.resolve("refused-input"), List.of(ContosoPhone.testPackage())),
                    work.resolve("refused"),
                    narrator);
        }
        narrator.title("Where to look next");
        narrator.say("results", work);
        narrator.say("read", "samples/src/main/java/io/oemingest/samples/PartialImageSample.java");
        narrator.say("try", "java -jar samples/target/ingest.jar inspect " + work.resolve("input/packages") + "/*");
    }

    private static void refused(SampleInput input, Path work, Narrator narrator) throws IOException {
        narrator.title("A submission that is refused: its package is marked Test");
        var submission = new PartialImage.ContextFree(input.packages(), ProductType.WINDOWS_PHONE_THRESHOLD);
        try {
            new SubmissionPreparer(PreparerOptions.of("Demo", "1")).prepare(submission, Files.createDirectories(work));
        } catch (SubmissionRejectedException e) {
            narrator.report(e.report());
            narrator.say("report", e.reportFile() + " (no archive was written)");
            return;
        }
        throw new IllegalStateException("A package marked Test was accepted");
    }
}

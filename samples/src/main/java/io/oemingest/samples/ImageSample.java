package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A whole image that shall become a baseline: its update history names the packages by their paths on the build machine,
 * and the sample says where that folder is here.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.ImageSample [WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]}
 */
public final class ImageSample {
    private ImageSample() {}

    /** Ends with an exception, and so with a failing exit code, unless everything was signed and verified. */
    public static void main(String... args) throws Exception {
        SampleArguments arguments = SampleArguments.of("image", args);
        try (IngestionEmulator emulator = arguments.emulator()) {
            run(emulator, arguments.input(emulator), arguments.workFolder());
        }
    }

    static RetrievedArchive run(IngestionEmulator emulator, SampleInput input, Path work) throws Exception {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Whole image");
        RetrievedArchive retrieved = signed(emulator, input, work, narrator);
        narrator.testOnly();
        return retrieved;
    }

    /** Prepares, submits, waits and retrieves. */
    static RetrievedArchive signed(IngestionEmulator emulator, SampleInput input, Path work, Narrator narrator)
            throws Exception {
        // 1. What is submitted: the history and input of the build. The packages are those that the history names.
        Image image = new Image(input.updateHistory(), input.oemInput(), ProductType.WINDOWS_PHONE_THRESHOLD)
                .withPackageRoots(PackageRoots.NONE.with(SampleDocuments.BUILD_OUTPUT, input.packages()))
                .asBaseline();

        // 2. Check it by every rule, beside the baselines that the service knows of, and write the archive.
        SampleService service = new SampleService(emulator, narrator);
        PreparedSubmission prepared;
        try (IngestionClient client = service.client()) {
            PreparerOptions options = PreparerOptions.of("ImageSample", "1").withBaselines(client.baselines());
            prepared = new SubmissionPreparer(options).prepare(image, Files.createDirectories(work));
        }
        narrator.say("prepared", prepared.archive());
        narrator.report(prepared.report());

        // 3. Submit, wait, retrieve. What does not verify is never handed over.
        RetrievedArchive retrieved = service.signed(prepared.archive(), work);
        narrator.say("result", retrieved.file() + " (verified)");
        return retrieved;
    }
}

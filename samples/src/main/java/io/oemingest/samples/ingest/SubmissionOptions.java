package io.oemingest.samples.ingest;

import io.oemingest.core.prepare.SubmissionArguments;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The inputs of a submission, as Initialize-FirmwareSubmission took them. */
final class SubmissionOptions {
    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "Image, PartialImage or FfuCatalog; unless given, what the other inputs say.")
    private @Nullable String type;

    @Option(names = "--packages", paramLabel = "FOLDER", description = "Folder of the packages of a partial image.")
    private @Nullable Path packages;

    @Option(names = "--ffu", paramLabel = "FILE", description = "Image whose catalog is submitted.")
    private @Nullable Path ffu;

    @Option(names = "--update-history", paramLabel = "FILE", description = "UpdateHistory.xml of the image build.")
    private @Nullable Path updateHistory;

    @Mixin
    private final ImageOptions image = new ImageOptions();

    @Option(names = "--context-free", description = "Without an image: the signers' usages decide alone.")
    private boolean contextFree;

    @Option(names = "--non-wspc-compliant", hidden = true)
    private boolean nonWspcCompliant;

    @Option(names = "--signed-removal-directory", hidden = true)
    private @Nullable Path signedRemovalDirectory;

    @Option(names = "--packages-to-remove-directory", hidden = true)
    private @Nullable Path packagesToRemoveDirectory;

    SubmissionArguments arguments(Path output) {
        return SubmissionArguments.builder()
                .type(type == null ? impliedType() : type)
                .product(image.product())
                .updateHistory(updateHistory)
                .oemInput(image.oemInput())
                .output(output)
                .ffu(absolute(ffu))
                .partialDirectory(absolute(packages))
                .packageRoots(image.packageRoots())
                .targeting(image.targeting())
                .contextFree(contextFree)
                .baseline(image.baseline())
                .signedRemovalDirectory(signedRemovalDirectory)
                .packagesToRemoveDirectory(packagesToRemoveDirectory)
                .nonWspcCompliant(nonWspcCompliant)
                .build();
    }

    private String impliedType() {
        if (ffu != null) {
            return "FfuCatalog";
        }
        return packages != null || contextFree ? "PartialImage" : "Image";
    }

    // The shell's user means the folder he is in; the rules ask for full paths.
    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath();
    }
}

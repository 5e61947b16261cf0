package io.oemingest.samples.ingest;

import io.oemingest.core.prepare.SubmissionArguments;
import io.oemingest.core.submission.PackageRoots;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--oem-input", paramLabel = "FILE", description = "OEMInput.xml of the image build.")
    private @Nullable Path oemInput;

    @Option(
            names = "--package-root",
            paramLabel = "THERE=HERE",
            description = "Where a folder that the update history names is on this machine, as in e:\\out=/mnt/out;"
                    + " may be repeated.")
    private Map<String, Path> packageRoots = new LinkedHashMap<>();

    @Option(
            names = "--targeting",
            paramLabel = "FILE",
            description = "PhoneMetadataDeviceTargetingInfo.xml of an image for several phones or operators.")
    private @Nullable Path targeting;

    @Option(names = "--baseline", description = "Later images shall be compared with this one.")
    private boolean baseline;

    @Option(names = "--context-free", description = "Without an image: the signers' usages decide alone.")
    private boolean contextFree;

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "WindowsPhoneBlue (default), WindowsPhoneThreshold or WindowsIoTCoreThreshold.")
    private @Nullable String product;

    @Option(names = "--non-wspc-compliant", hidden = true)
    private boolean nonWspcCompliant;

    @Option(names = "--signed-removal-directory", hidden = true)
    private @Nullable Path signedRemovalDirectory;

    @Option(names = "--packages-to-remove-directory", hidden = true)
    private @Nullable Path packagesToRemoveDirectory;

    SubmissionArguments arguments(Path output) {
        PackageRoots roots = PackageRoots.NONE;
        for (Map.Entry<String, Path> each : packageRoots.entrySet()) {
            roots = roots.with(each.getKey(), each.getValue());
        }
        return SubmissionArguments.builder()
                .type(type == null ? impliedType() : type)
                .product(product)
                .updateHistory(updateHistory)
                .oemInput(oemInput)
                .output(output)
                .ffu(absolute(ffu))
                .partialDirectory(absolute(packages))
                .packageRoots(roots)
                .targeting(targeting)
                .contextFree(contextFree)
                .baseline(baseline)
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

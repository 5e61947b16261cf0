package io.oemingest.samples.ingest;

import io.oemingest.core.submission.PackageRoots;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an image build left besides its update history, and what the image is for. */
final class ImageOptions {
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

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "WindowsPhoneBlue (default), WindowsPhoneThreshold or WindowsIoTCoreThreshold.")
    private @Nullable String product;

    @Nullable
    Path oemInput() {
        return oemInput;
    }

    PackageRoots packageRoots() {
        PackageRoots roots = PackageRoots.NONE;
        for (Map.Entry<String, Path> each : packageRoots.entrySet()) {
            roots = roots.with(each.getKey(), each.getValue());
        }
        return roots;
    }

    @Nullable
    Path targeting() {
        return targeting;
    }

    boolean baseline() {
        return baseline;
    }

    @Nullable
    String product() {
        return product;
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest ffu sign}: puts a signed catalog into its image. */
@Command(
        name = "sign",
        description = {
            "Put a signed catalog into the image it was taken from, whole or truncated.",
            "A catalog that names another hash table is refused. Nothing but a whole image is ever left behind."
        })
final class FfuSignCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FfuFacts facts = new FfuFacts();

    @Parameters(paramLabel = "IMAGE", description = "FFU image, or the beginning of one.")
    private Path image = Path.of("");

    @Option(names = "--catalog", required = true, paramLabel = "FILE", description = "The signed catalog.")
    private Path catalog = Path.of("");

    @ArgGroup(multiplicity = "1")
    private final Target target = new Target();

    /** Where the image with the new catalog goes. */
    private static final class Target {
        @Option(
                names = {"-o", "--output"},
                required = true,
                paramLabel = "FILE",
                description = "New file for the image with the catalog.")
        private @Nullable Path output;

        @Option(
                names = "--in-place",
                required = true,
                description = "Put a copy with the catalog in the image's place; there must be room for both.")
        private boolean inPlace;
    }

    @Override
    public Integer call() throws IOException, VerificationException {
        FfuCatalogArea area = new FfuCatalogArea(FfuFacts.CATALOGS, console.progress());
        try (ByteSource signed = ByteSource.open(catalog)) {
            if (target.inPlace || target.output == null) {
                area.replace(image, signed, FormatLimits.defaults());
            } else {
                write(area, signed, target.output);
            }
        }
        facts.print(console, target.output == null ? image : target.output);
        return ExitCode.OK;
    }

    private void write(FfuCatalogArea area, ByteSource signed, Path output) throws IOException {
        try (ByteSource source = ByteSource.open(image)) {
            area.write(TruncatedFfu.read(source, FormatLimits.defaults()), signed, output);
        }
    }
}

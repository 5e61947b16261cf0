package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.inspect.FfuVerification;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest ffu catalog}: takes out what is to be signed, after seeing that it belongs to the image. */
@Command(
        name = "catalog",
        description = {
            "Take the catalog out of an image, whole or truncated.",
            "Catalog, hash table and the chunks up to the first store are compared first."
        })
final class FfuCatalogCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FfuFacts facts = new FfuFacts();

    @Parameters(paramLabel = "IMAGE", description = "FFU image, or the beginning of one.")
    private Path image = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "New file for the catalog (default: the image's name with .cat).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(image)) {
            TruncatedFfu read = TruncatedFfu.read(source, FormatLimits.defaults());
            FfuVerification found = FfuVerification.ofStart(read, FfuFacts.CATALOGS, null);
            byte[] catalog = read.catalog().readAll(FormatLimits.defaults().maxInMemory());
            Files.write(output == null ? besideImage() : output, catalog, StandardOpenOption.CREATE_NEW);
            facts.print(console, found);
        }
        return ExitCode.OK;
    }

    private Path besideImage() {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return image.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".cat");
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.CatalogMaker;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.inspect.FileInspector;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where packages go, and what is told of them. */
final class PackageOutput {
    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "PATH",
            description = "File, or an existing folder; files in the way stay as they are.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Print one JSON object for each package, as 'ingest inspect' does.")
    private boolean json;

    /** Writes a package to a file that is not there yet. */
    @FunctionalInterface
    interface Making {
        void make(Path file, CatalogMaker catalogs) throws IOException;
    }

    /** Has one package written, and tells of it. */
    void write(PackageManifest facts, Making making) throws IOException {
        Path file = Files.isDirectory(output) ? output.resolve(PackageWriter.fileName(facts)) : output;
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        making.make(file, new SecurityCatalogBuilder(Clock.systemUTC()));
        if (json) {
            console.out().print(inspected(file));
        } else {
            console.out().println(file);
        }
    }

    private static String inspected(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FileInspector.create(FormatLimits.defaults())
                    .inspect(source.slice(file.toString(), 0, source.size()))
                    .toJson();
        }
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.inspect.PackageInspection;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest inspect}: what packages say of themselves and who signed them, judging nothing. */
@Command(name = "inspect", description = "Show identity, files, catalog and signatures of packages; judges nothing.")
final class InspectCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Packages (.spkg, .spkr, .cab).")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object for each file.")
    private boolean json;

    @Override
    public Integer call() {
        return new FileVisits(console).each(files, this::inspect);
    }

    private int inspect(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            PackageInspection facts = PackageInspection.of(source, FormatLimits.defaults());
            console.out().print(json ? facts.toJson() : facts.toText());
            return ExitCode.OK;
        }
    }
}

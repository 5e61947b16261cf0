package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.inspect.FileInspector;
import io.oemingest.core.inspect.Inspection;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest inspect}: what files of firmware say of themselves and who signed them, judging nothing. */
@Command(
        name = "inspect",
        description = "Show what is in packages, catalogs, images, documents and archives; judges nothing.")
final class InspectCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of any kind that a submission or an image build knows, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print one JSON object for each file.")
    private boolean json;

    @Option(names = "--all", description = "Cut neither long tables nor long texts.")
    private boolean all;

    @Option(names = "--hash", description = "Compare FFU images with their hash tables, which reads all of them.")
    private boolean hash;

    private boolean first = true;

    @Override
    public Integer call() {
        FormatLimits limits = FormatLimits.defaults();
        FileInspector inspector =
                hash ? FileInspector.hashing(limits, console.progress()) : FileInspector.create(limits);
        return new FileVisits(console).eachBelow(files, file -> inspect(inspector, file));
    }

    private int inspect(FileInspector inspector, Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            // The name as it was given, since folders may hold files of the same name.
            Inspection facts = inspector.inspect(source.slice(file.toString(), 0, source.size()));
            print(json ? facts.toJson() : all ? facts.toFullText() : facts.toText());
            return ExitCode.OK;
        }
    }

    private void print(String facts) {
        if (!json && !first) {
            console.out().println();
        }
        first = false;
        console.out().print(facts);
    }
}

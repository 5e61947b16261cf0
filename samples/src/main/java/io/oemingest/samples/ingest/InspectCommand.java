package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.inspect.FileExtractor;
import io.oemingest.core.inspect.FileInspector;
import io.oemingest.core.inspect.Inspection;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Files;
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
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    @Mixin
    private final Console console = new Console();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files of any kind that a submission or an image build knows, or folders of them; "
                    + "FILE!MEMBER shows a member of a cabinet or archive.")
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
        FileInspector inspector =
                hash ? FileInspector.hashing(LIMITS, console.progress()) : FileInspector.create(LIMITS);
        return new FileVisits(console).eachBelow(files, file -> inspect(inspector, file));
    }

    private int inspect(FileInspector inspector, Path file) throws IOException {
        int mark = file.toString().lastIndexOf('!');
        if (mark > 0 && !Files.exists(file)) {
            return inspectMember(inspector, file.toString(), mark);
        }
        try (ByteSource source = ByteSource.open(file)) {
            // The name as it was given, since folders may hold files of the same name.
            print(inspector.inspect(source.slice(file.toString(), 0, source.size())));
            return ExitCode.OK;
        }
    }

    private int inspectMember(FileInspector inspector, String path, int mark) throws IOException {
        String whole = path.substring(0, mark);
        try (ByteSource source = ByteSource.open(Path.of(whole))) {
            FileExtractor members = FileExtractor.open(source.slice(whole, 0, source.size()), LIMITS);
            print(inspector.inspect(members.load(path.substring(mark + 1), LIMITS)));
            return ExitCode.OK;
        }
    }

    private void print(Inspection facts) {
        if (!json && !first) {
            console.out().println();
        }
        first = false;
        console.out().print(json ? facts.toJson() : all ? facts.toFullText() : facts.toText());
    }
}

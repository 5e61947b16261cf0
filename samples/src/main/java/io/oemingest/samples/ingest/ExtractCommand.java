package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.inspect.FileExtractor;
import io.oemingest.core.inspect.Inspection;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest extract}: takes files out of cabinets, packages and archives, or the signature out of a file. */
@Command(name = "extract", description = "Take files out of cabinets, packages and archives; judges nothing.")
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(index = "0", paramLabel = "FILE", description = "A cabinet, package, submission or signed archive.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", paramLabel = "MEMBER", description = "Files to take out; without any, all of them.")
    private List<String> members = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "Where the files go; made if it is not there. Default: the current folder.")
    private Path folder = Path.of("");

    @ArgGroup
    private final Form form = new Form();

    /** What is taken out, if not members by their own names. */
    static final class Form {
        @Option(names = "--device-paths", description = "Lay the files of a package out as the device has them.")
        private boolean devicePaths;

        @Option(names = "--signature", description = "Take out the PKCS#7 signature of a cabinet or PE image.")
        private boolean signature;
    }

    @Option(names = "--list", description = "List the files and take none out.")
    private boolean list;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    @Option(names = "--all", description = "Show every file, however many there are.")
    private boolean all;

    @Override
    public Integer call() throws IOException {
        try (ByteSource source = ByteSource.open(file);
                Interruption progress = new Interruption(console.progress())) {
            return extract(source.slice(file.toString(), 0, source.size()), progress);
        }
    }

    private int extract(ByteSource source, Interruption progress) throws IOException {
        FileExtractor opened = open(source);
        FileExtractor wanted = members.isEmpty() ? opened : opened.only(members);
        try {
            print(list ? wanted.list() : wanted.extractTo(folder, force, progress));
            return ExitCode.OK;
        } catch (CancellationException e) {
            console.err().println("ingest: stopped; the files that were taken out are whole");
            return ExitCode.STOPPED;
        }
    }

    private FileExtractor open(ByteSource source) throws IOException {
        FormatLimits limits = FormatLimits.defaults();
        if (form.signature) {
            return FileExtractor.openSignature(source, limits);
        }
        return form.devicePaths ? FileExtractor.openByDevicePath(source, limits) : FileExtractor.open(source, limits);
    }

    private void print(Inspection result) {
        console.out().print(json ? result.toJson() : all ? result.toFullText() : result.toText());
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest package build}: makes one package out of files. */
@Command(
        name = "build",
        description = {
            "Make one unsigned package out of files.",
            "  From a folder that looks like the partition:  --folder FOLDER",
            "  From single files:                            --file PATH=FILE, --list FILE",
            "  That removes another:                         --removal"
        })
final class PackageBuildCommand implements Callable<Integer> {
    @Mixin
    private final PackageOutput output = new PackageOutput();

    @Mixin
    private final PackageOptions options = new PackageOptions();

    @Mixin
    private final PackageFiles files = new PackageFiles();

    @Option(names = "--style", paramLabel = "NAME", description = "SPKG (default) or CBS, the style of Windows 10.")
    private PackageStyle style = PackageStyle.SPKG;

    @Option(names = "--owner", required = true, paramLabel = "NAME", description = "First part of the name.")
    private String owner = "";

    @Option(names = "--component", required = true, paramLabel = "NAME", description = "Second part of the name.")
    private String component = "";

    @Option(names = "--sub-component", paramLabel = "NAME", description = "Third part of the name.")
    private @Nullable String subComponent;

    @Option(names = "--culture", paramLabel = "TAG", description = "Language of a language package.")
    private @Nullable String culture;

    @Option(names = "--resolution", paramLabel = "WxH", description = "Screen of a resolution package.")
    private @Nullable String resolution;

    @Option(names = "--removal", description = "The package removes another of its name and brings no files.")
    private boolean removal;

    @Option(
            names = "--compression",
            paramLabel = "METHOD",
            converter = CompressionConverter.class,
            description = "LZX (default), LZX:15 to LZX:21 for its window, MSZIP or STORED.")
    private CabinetCompression compression = new CompressionConverter().convert("LZX");

    @Override
    public Integer call() throws IOException {
        if (removal && !files.isEmpty()) {
            throw new IllegalArgumentException("A removal package brings no files: give either --removal or files");
        }
        PackageIdentity identity = new PackageIdentity(owner, component, subComponent, culture, resolution);
        PackageManifest facts = options.manifest(style, identity)
                .removal(removal)
                .binaryPartition(files.fillPartition())
                .build();
        PackageWriter writer = PackageWriter.of(facts);
        files.addTo(writer, facts);
        output.write(facts, writer.compression(compression)::writeTo);
        return ExitCode.OK;
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.pkg.FileType;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a package brings. */
final class PackageFiles {
    @Option(names = "--folder", paramLabel = "FOLDER", description = "Everything below it, at its place below '\\'.")
    private @Nullable Path folder;

    @Option(
            names = "--file",
            paramLabel = "PATH=FILE",
            description = "A file and its path on the device, as in \\ACPI\\dsdt.aml=out/dsdt.aml; may be repeated.")
    private Map<String, Path> files = new LinkedHashMap<>();

    @Option(names = "--list", paramLabel = "FILE", description = "Lines PATH=FILE, read from the folder of the list.")
    private @Nullable Path list;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "A .reg file of values that the package sets; may be repeated.")
    private List<Path> registry = List.of();

    @Option(names = "--binary", paramLabel = "FILE", description = "The whole content of the package's partition.")
    private @Nullable Path binary;

    boolean isEmpty() {
        return folder == null && list == null && binary == null && files.isEmpty() && registry.isEmpty();
    }

    boolean fillPartition() {
        return binary != null;
    }

    /** Gives all files to a writer. @throws IllegalArgumentException if the files do not fit the package */
    void addTo(PackageWriter writer, PackageManifest facts) throws IOException {
        if (binary != null) {
            addBinary(writer, facts, binary);
            return;
        }
        Map<String, Path> all = new LinkedHashMap<>();
        if (folder != null) {
            all.putAll(below(folder));
        }
        if (list != null) {
            all.putAll(listed(list));
        }
        all.putAll(files);
        for (Map.Entry<String, Path> each : all.entrySet()) {
            String type = FileType.ofDevicePath(each.getKey()).text();
            writer.file(type, each.getKey(), FileOnDemand.of(each.getValue()));
        }
        for (Path each : registry) {
            try (ByteSource text = ByteSource.open(each)) {
                writer.registry(RegistryFile.read(text, FormatLimits.defaults()).values());
            }
        }
    }

    private void addBinary(PackageWriter writer, PackageManifest facts, Path content) throws IOException {
        if (folder != null || list != null || !files.isEmpty() || !registry.isEmpty()) {
            throw new IllegalArgumentException("A package that fills a partition has --binary and no other file");
        }
        if (facts.style() == PackageStyle.CBS) {
            throw new IllegalArgumentException("--binary belongs to packages of the style SPKG");
        }
        writer.file(FileType.BINARY_PARTITION.text(), "\\" + content.getFileName(), FileOnDemand.of(content));
    }

    private static Map<String, Path> below(Path root) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            // Sorted, because the order decides the names in the cabinet.
            all.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> found.put(devicePath(root.relativize(file)), file));
        }
        return found;
    }

    private static String devicePath(Path relative) {
        StringBuilder path = new StringBuilder();
        relative.forEach(part -> path.append('\\').append(part));
        return path.toString();
    }

    private static Map<String, Path> listed(Path file) throws IOException {
        Map<String, Path> found = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            int sign = line.indexOf('=');
            if (sign > 0) {
                found.put(
                        line.substring(0, sign).strip(),
                        file.resolveSibling(line.substring(sign + 1).strip()));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(file + ":" + number + ": '" + line + "' is not PATH=FILE");
            }
        }
        return found;
    }
}

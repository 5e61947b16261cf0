package io.oemingest.bench.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files in a folder that every competitor packs in the same order. */
record DataSet(String name, Path folder, List<String> files, long size) {
    private static final int MIB = 1 << 20;

    /** 72 MiB: programs, XML, text and noise, and the members of the real packages where these are there. */
    static DataSet mix(Path parent) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < 32; i++) {
            contents.put("program" + i, GeneratedFile.program(i, MIB));
            contents.put("manifest" + i, GeneratedFile.xml(i, MIB / 2));
            contents.put("text" + i, GeneratedFile.text(i, MIB / 2));
            contents.put("noise" + i, GeneratedFile.noise(i, MIB / 4));
        }
        for (Path file : realPackages()) {
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet.read(source, FormatLimits.defaults())
                        .forEachMember(
                                (member, content) -> contents.put("real" + contents.size(), content.readAllBytes()));
            }
        }
        return write("mix", parent, contents);
    }

    /** Real machine code: the largest library of this Java runtime. */
    static DataSet machineCode(Path parent) throws IOException {
        try (Stream<Path> server = Files.list(Path.of(System.getProperty("java.home"), "lib", "server"))) {
            Path library = server.filter(file -> file.getFileName().toString().matches("(lib)?jvm\\.(so|dylib)"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("This Java runtime has no jvm library"));
            return write("machine code", parent, Map.of("library", Files.readAllBytes(library)));
        }
    }

    /** Packs all files into a cabinet of ours. */
    void pack(CabinetCompression compression, Path target) throws IOException {
        List<ByteSource> open = new ArrayList<>();
        try {
            CabinetWriter writer = CabinetWriter.create(compression);
            for (String file : files) {
                ByteSource source = ByteSource.open(folder.resolve(file));
                open.add(source);
                writer.add(file, source);
            }
            writer.writeTo(target);
        } finally {
            for (ByteSource source : open) {
                source.close();
            }
        }
    }

    private static List<Path> realPackages() throws IOException {
        Path samples = Path.of(System.getProperty("oemingest.samples", "none"));
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(file -> file.toString().matches(".*\\.(cab|spkg|spkr)"))
                    .sorted()
                    .toList();
        }
    }

    /** Writes these files into a folder of that name. */
    static DataSet write(String name, Path parent, Map<String, byte[]> contents) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name.replace(' ', '-')));
        long size = 0;
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            size += file.getValue().length;
        }
        return new DataSet(name, folder, List.copyOf(contents.keySet()), size);
    }
}

package io.oemingest.core.inspect;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The reader of everything, what it tells of hostile files, and what it would take out of them, under attack. */
public final class InspectReaders {
    private InspectReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader("inspect", () -> files(InspectedFixtures.KINDS), InspectReaders::inspect),
                new HostileReader(
                        "contents",
                        () -> files(List.of("cabinet", "package", "signed-archive")),
                        InspectReaders::plan));
    }

    private static void inspect(ByteSource source) throws IOException {
        Inspection inspection = FileInspector.create(HostileReader.LIMITS).inspect(source);
        String text = inspection.toText();
        Expect.that(
                text.chars().allMatch(each -> each == '\n' || !Character.isISOControl(each)),
                "no control character reaches a terminal");
        Expect.that(inspection.toFullText().endsWith("\n"), "a text ends with a line feed");
        Expect.that(inspection.toJson().startsWith("{"), "facts are one JSON object");
    }

    private static void plan(ByteSource source) throws IOException {
        FileExtractor inside = FileExtractor.open(source, HostileReader.LIMITS);
        Path folder = Path.of("out").toAbsolutePath();
        ExtractionPlan.of(source.name(), inside.files(), folder).targets().values().stream()
                .flatMap(List::stream)
                .forEach(each -> Expect.that(
                        each.startsWith(folder) && each.equals(each.normalize()), "every file stays in the folder"));
    }

    private static List<byte[]> files(List<String> kinds) throws IOException {
        Path folder = Files.createTempDirectory("inspect");
        List<byte[]> files = new ArrayList<>();
        for (String kind : kinds) {
            Path home = Files.createDirectory(folder.resolve(kind));
            try (ByteSource file = InspectedFixtures.of(kind, home)) {
                byte[] bytes = file.readAll(HostileReader.LIMITS.maxInMemory());
                // Some kinds are known by their names alone, which fuzzed bytes do not have.
                if (known(bytes)) {
                    files.add(bytes);
                }
            }
        }
        try (Stream<Path> made = Files.walk(folder)) {
            for (Path each : made.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return files;
    }

    private static boolean known(byte[] bytes) throws IOException {
        try {
            FileInspector.create(HostileReader.LIMITS).inspect(ByteSource.of(HostileReader.FILE, bytes));
            return true;
        } catch (MalformedFileException e) {
            return false;
        }
    }
}

package io.oemingest.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real files for tests, read where they lie (system property {@code oemingest.samples}); tests skip without them. */
public final class Samples {
    private static final String PROPERTY = "oemingest.samples";

    private Samples() {}

    /** A folder of real files, such as {@code spkg-retail-oem}; skips the test when it is not there. */
    public static Path folderOrSkip(String name) {
        Path folder = rootOrSkip().resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> folder + ": skipped, no such samples folder");
        return folder;
    }

    /** One real file; skips the test when it is not there. */
    public static Path fileOrSkip(String folder, String name) {
        Path file = folderOrSkip(folder).resolve(name);
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> file + ": skipped, no such sample");
        return file;
    }

    /** Every real package and cabinet, sorted by path; skips the test when there is none. */
    public static List<Path> packages() {
        return filesOrSkip(".spkg", ".spkr", ".cab");
    }

    /** Every real file with one of these endings, sorted by path; skips the test when there is none. */
    public static List<Path> filesOrSkip(String... endings) {
        Path root = rootOrSkip();
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> endsWithOne(file, endings))
                    .sorted()
                    .toList();
            Assumptions.assumeFalse(found.isEmpty(), () -> root + ": skipped, no such samples");
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWithOne(Path file, String... endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(endings).anyMatch(name::endsWith);
    }

    private static Path rootOrSkip() {
        String property = System.getProperty(PROPERTY, "");
        Path root = Path.of(property);
        Assumptions.assumeTrue(
                !property.isEmpty() && Files.isDirectory(root),
                () -> PROPERTY + "=" + property + ": skipped, no samples folder");
        return root;
    }
}

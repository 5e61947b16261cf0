package io.oemingest.core.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Independent programs that tests compare with, when they are installed; tests skip without them. */
public final class Peers {
    private static final long PATIENCE_SECONDS = 120;

    private Peers() {}

    /** What a program said, both streams in one, and its exit code. */
    public record Result(int exitCode, String output) {}

    /** Skips the test unless all these programs are on the path. */
    public static void assumeInstalled(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(isInstalled(program), () -> program + ": skipped, not installed");
        }
    }

    /** Runs a program in a folder and waits for it. @throws IllegalStateException if it does not end in time */
    public static Result run(Path folder, String... command) {
        try {
            Path output = Files.createTempFile("peer", ".out");
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(List.of(command) + " did not end");
            }
            String said = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
            Files.delete(output);
            return new Result(process.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program that must succeed; returns what it said. */
    public static String runOk(Path folder, String... command) {
        Result result = run(folder, command);
        if (result.exitCode() != 0) {
            throw new AssertionError(List.of(command) + " ended with " + result.exitCode() + ": " + result.output());
        }
        return result.output();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

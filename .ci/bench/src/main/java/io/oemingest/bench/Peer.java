package io.oemingest.bench;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Other programs, run and measured by the shell. */
public final class Peer {
    private Peer() {}

    /** Whether the program, and the shell to measure it, are on the path. */
    public static boolean isInstalled(String program) {
        return onPath("bash") && onPath(program);
    }

    /**
     * The cost of a shell command in a folder: user and system time of all its processes.
     *
     * @throws IOException if the command fails, with what it said
     */
    public static Cost run(Path folder, String command) throws IOException {
        Process process = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%U %S %R'; time { " + command + "; }")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitCode(process) != 0) {
            throw new IOException(command + " failed: " + said);
        }
        String times = said.strip().lines().reduce("", (before, line) -> line);
        double[] seconds = Stream.of(times.replace(',', '.').split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Cost(seconds[0] + seconds[1], seconds[2]);
    }

    private static int exitCode(Process process) throws InterruptedIOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

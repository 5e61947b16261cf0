package io.oemingest.samples;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another JVM with this class path and a heap of its own, which logs its garbage collections. */
final class ChildJvm implements AutoCloseable {
    /** Used before and after a collection: {@code … 24M->5M(128M) 3.2ms}. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts a program; its errors go to this program's errors. */
    static ChildJvm start(Path work, String name, String heap, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xlog:gc:file=" + log(work, name),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program);
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Reads the program's output up to the line that starts so. */
    String awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new EOFException("The program ended without a line that starts with '" + start + "'");
    }

    /** Shows the program's output until it ends; the answer is its exit code. */
    int awaitEnd(PrintStream out, Duration atMost) throws IOException, InterruptedException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            out.println("  " + line);
        }
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("The program closed its output and did not end");
        }
        return process.exitValue();
    }

    /** The most that was in use when a collection began, and the most that one had to leave. */
    static String peakHeap(Path work, String name) throws IOException {
        long peak = 0;
        long live = 0;
        for (String line : Files.readAllLines(log(work, name))) {
            Matcher collection = COLLECTION.matcher(line);
            if (collection.find()) {
                peak = Math.max(peak, Long.parseLong(collection.group(1)));
                live = Math.max(live, Long.parseLong(collection.group(2)));
            }
        }
        return peak == 0 ? "no collection was needed" : peak + " MiB, " + live + " MiB of it not garbage,";
    }

    private static Path log(Path work, String name) {
        return work.resolve(name + "-gc.log");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}

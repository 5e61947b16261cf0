package io.oemingest.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came of one run.
 *
 * @param perSecond executions a second, start included
 * @param edges coverage: branches of the project's code that were taken
 * @param corpus inputs that each take a branch no other takes
 * @param residentMib the most memory that the process held
 * @param escape the first line of what should not have happened, empty if nothing did
 */
record FuzzOutcome(
        String reader, long executions, long perSecond, long edges, long corpus, long residentMib, String escape) {
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: +(\\d+)");
    private static final Pattern PER_SECOND = Pattern.compile("stat::average_exec_per_sec: +(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("stat::peak_rss_mb: +(\\d+)");
    private static final Pattern EDGES = Pattern.compile("cov: (\\d+)");
    private static final Pattern CORPUS = Pattern.compile("corp: (\\d+)/");
    private static final Pattern ESCAPE = Pattern.compile("== Java Exception: (.*)|ERROR: libFuzzer: (.*)");

    static FuzzOutcome of(String reader, Path log, int exitCode) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher escape = ESCAPE.matcher(text);
        String escaped = "";
        if (escape.find()) {
            escaped = escape.group();
        } else if (exitCode != 0) {
            escaped = "ended with exit code " + exitCode + ", see " + log;
        }
        return new FuzzOutcome(
                reader,
                last(EXECUTIONS, text),
                last(PER_SECOND, text),
                last(EDGES, text),
                last(CORPUS, text),
                last(RESIDENT, text),
                escaped);
    }

    static String heading() {
        return row("reader", "executions", "per second", "edges", "corpus", "MiB", "escapes");
    }

    String row() {
        return row(reader, executions, perSecond, edges, corpus, residentMib, escape.isEmpty() ? "0" : escape);
    }

    private static String row(Object... cells) {
        return String.format("%-20s %10s %10s %6s %6s %5s  %s", cells);
    }

    private static long last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        long last = 0;
        while (matcher.find()) {
            last = Long.parseLong(matcher.group(1));
        }
        return last;
    }
}

package io.oemingest.samples.ingest;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the program for somebody who knows the cmdlets: {@code ingest Initialize-FirmwareSubmission -TypeOfSubmission …}. */
final class CmdletFace {
    static final String FOOTER = "%nThe cmdlets of the historic client are understood too, with their parameters:%n"
            + Stream.of(Cmdlet.values()).map(each -> "  " + each.text() + "%n").collect(Collectors.joining())
            + "'ingest " + Cmdlet.NEW_FIRMWARE_SUBMISSION.text() + " -?' shows what stands for each parameter.";

    private final PrintWriter out;
    private final PrintWriter err;

    CmdletFace(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a cmdlet if the first word is the name of one, otherwise the words as they are; the answer is the exit code. */
    int run(List<String> words, ToIntFunction<List<String>> program) {
        Optional<Cmdlet> cmdlet = words.isEmpty() ? Optional.empty() : Cmdlet.named(words.get(0));
        return cmdlet.map(each -> run(each, words.subList(1, words.size()), program))
                .orElseGet(() -> program.applyAsInt(words));
    }

    private int run(Cmdlet cmdlet, List<String> words, ToIntFunction<List<String>> program) {
        if (CmdletLine.asksForHelp(words)) {
            showUsage(cmdlet);
            return ExitCode.OK;
        }
        CmdletLine line;
        try {
            line = CmdletLine.read(cmdlet, words);
        } catch (IllegalArgumentException e) {
            err.println("ingest: " + e.getMessage());
            err.println("  See 'ingest " + cmdlet.text() + " -?'.");
            return ExitCode.USAGE;
        }
        line.notes().forEach(note -> err.println("ingest: " + note));
        return program.applyAsInt(line.translated());
    }

    private void showUsage(Cmdlet cmdlet) {
        out.println(cmdlet.text() + " is 'ingest " + cmdlet.verb() + "', whose options may follow:");
        for (CmdletParameter each : cmdlet.parameters()) {
            String value = each.takesValue() ? " <value>" : "";
            out.printf("  -%-40s %s%n", each.name() + value, meaning(each));
        }
    }

    private static String meaning(CmdletParameter parameter) {
        if (parameter.kind() == CmdletParameter.Kind.IGNORED) {
            return "no meaning here: " + parameter.option();
        }
        return parameter.option().isEmpty() ? "the argument of the verb" : parameter.option();
    }
}

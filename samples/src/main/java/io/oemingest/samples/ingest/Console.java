package io.oemingest.samples.ingest;

import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.TerminalText;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command prints, and how it complains: what is wrong, where, how to mend it. */
@Command
final class Console {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** To be filled in by picocli, as a mixin of a command. */
    Console() {
        this(CommandSpec.create());
    }

    Console(CommandSpec spec) {
        this.spec = spec;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Hears of progress where somebody may be watching. */
    ProgressListener progress() {
        return isWatched() ? new ProgressLine(err()) : ProgressListener.NONE;
    }

    /** Whether somebody may be watching. */
    @SuppressWarnings("SystemConsoleNull") // Java 22 to 24 always answer; then a file gets a few lines more
    boolean isWatched() {
        return System.console() != null;
    }

    /** Prints what is wrong and how to mend it; the answer is the exit code. */
    int complain(int exitCode, String text, String mend) {
        // What is quoted from a file must not steer the terminal; the lines are ours.
        String safe = text.lines().map(TerminalText::safe).collect(Collectors.joining(System.lineSeparator()));
        err().println("ingest: " + safe);
        err().println("  " + mend);
        return exitCode;
    }

    /** Prints a complaint; the answer is its exit code. */
    int complain(Complaint complaint) {
        return complain(complaint.exitCode(), complaint.text(), complaint.mend());
    }

    /** Prints an error; the answer is its exit code. */
    int complain(Exception e) {
        Complaint complaint = Complaint.about(e);
        complain(complaint);
        if (spec.root().userObject() instanceof Ingest program && program.showsStacktrace()) {
            e.printStackTrace(err());
        }
        return complaint.exitCode();
    }
}

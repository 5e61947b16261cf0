package io.oemingest.samples.ingest;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: one of the commands below it has to be named. */
abstract class CommandGroup implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public final void run() {
        throw wrong("Say what to do: one of the commands below.");
    }

    /** To be thrown when the command line is wrong; what the command takes is shown below the text. */
    final ParameterException wrong(String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}

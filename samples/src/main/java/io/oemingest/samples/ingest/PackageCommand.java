package io.oemingest.samples.ingest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ingest package}: makes packages, which are signed elsewhere. */
@Command(
        name = "package",
        description = "Make unsigned packages.",
        subcommands = {PackageBuildCommand.class, PackageEmptyCommand.class})
final class PackageCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: build or empty.");
    }
}

package io.oemingest.samples.ingest;

import picocli.CommandLine.Command;

/** {@code ingest package}: makes packages, which are signed elsewhere. */
@Command(
        name = "package",
        description = "Make unsigned packages.",
        subcommands = {PackageBuildCommand.class, PackageEmptyCommand.class})
final class PackageCommand extends CommandGroup {}

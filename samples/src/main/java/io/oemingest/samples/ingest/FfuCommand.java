package io.oemingest.samples.ingest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ingest ffu}: signs and verifies full flash update images. */
@Command(
        name = "ffu",
        description = "Take catalogs out of FFU images, put signed ones in, and verify images.",
        subcommands = {FfuCatalogCommand.class, FfuTruncateCommand.class, FfuSignCommand.class, FfuVerifyCommand.class},
        footerHeading = "%nIn the place of ImageSigner:%n",
        footer = {
            "  imagesigner getcatalog IMAGE CATALOG   ingest ffu catalog IMAGE -o CATALOG",
            "  imagesigner truncate IMAGE SHORT       ingest ffu truncate IMAGE -o SHORT",
            "  imagesigner sign IMAGE CATALOG         ingest ffu sign IMAGE --catalog CATALOG --in-place"
        })
final class FfuCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the image: one of the commands below.");
    }
}

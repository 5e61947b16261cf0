package io.oemingest.samples.ingest;

import picocli.CommandLine.Command;

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
final class FfuCommand extends CommandGroup {}

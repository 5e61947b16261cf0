package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.HashTableCatalogs;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.inspect.FfuVerification;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the commands for images tell what they found. */
@Command
final class FfuFacts {
    static final HashTableCatalogs CATALOGS = new HashTableCatalogBuilder(InstantSource.system());

    @Option(names = "--json", description = "Print the facts of the image as a JSON object.")
    private boolean json;

    /** Compares catalog, hash table and the first chunks of a file, and prints the facts. */
    void print(Console console, Path file) throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(file)) {
            print(console, FfuVerification.ofStart(TruncatedFfu.read(source, FormatLimits.defaults()), CATALOGS, null));
        }
    }

    void print(Console console, FfuVerification facts) {
        console.out().print(json ? facts.toJson() : facts.toText());
    }
}

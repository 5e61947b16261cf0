package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.io.ProgressListener;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The way to the service, the same for every verb that talks to it. */
final class ServiceOptions {
    @Option(
            names = "--service",
            required = true,
            paramLabel = "URI",
            converter = AddressConverter.class,
            defaultValue = "${env:INGEST_SERVICE}",
            description = "Address of the service; otherwise the environment variable INGEST_SERVICE.")
    private URI service = URI.create("");

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:INGEST_TOKEN}",
            description = "Credentials. Other users of this machine can see a command line: "
                    + "prefer the environment variable INGEST_TOKEN.")
    private @Nullable String token;

    /** A builder with what the options say. */
    IngestionClient.Builder client(ProgressListener progress) {
        IngestionClient.Builder builder =
                IngestionClient.builder().service(service).progress(progress);
        return token == null ? builder : builder.token(token);
    }
}

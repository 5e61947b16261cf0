package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.signing.SigningProfileReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest profiles}: the kinds of signature that a service makes. */
@Command(
        name = "profiles",
        description = "One line for each kind of signature that the service makes, and whom and what it is for.")
final class ProfilesCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--json",
            description = "Print a JSON object, which an emulator takes with --signing-profiles once it is changed.")
    private boolean json;

    @Override
    public Integer call() {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            List<SigningProfile> profiles = client.signingProfiles();
            console.out().print(json ? SigningProfileReport.toJson(profiles) : SigningProfileReport.toText(profiles));
            return ExitCode.OK;
        }
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.baseline.EmptyPackages;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.update.UpdatePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest rfu plan}: which requests lead from one image to another, and what stands in the way. */
@Command(
        name = "plan",
        description = {
            "Show which requests lead from one image to another: those that there are and those that are missing, holes in"
                    + " the chain, what would be refused and why, and what the images lack for baselines. Asks for nothing.",
            "Exit code 0 if every request is there, 4 if some are missing, 1 if there is no way."
        })
final class RfuPlanCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final RfuPlanOptions options = new RfuPlanOptions();

    @Option(names = "--json", description = "Print one JSON object for each device and operator.")
    private boolean json;

    @Option(
            names = "--make-missing",
            paramLabel = "FOLDER",
            description = "Write an empty package for each that the images lack for baselines; needs --package-version."
                    + " Files that are there stay as they are.")
    private @Nullable Path missing;

    @Option(names = "--style", paramLabel = "NAME", description = "Of those packages: SPKG (default) or CBS.")
    private PackageStyle style = PackageStyle.SPKG;

    @ArgGroup(exclusive = false, heading = "%nWhat the packages of --make-missing say of themselves:%n")
    private @Nullable PackageOptions facts;

    @Override
    public Integer call() throws IOException {
        if ((missing == null) != (facts == null)) {
            throw new IllegalArgumentException("--make-missing and --package-version go together");
        }
        try (IngestionClient client = options.client()) {
            List<UpdatePlan> plans = options.plans(client.requestsForUpdate());
            plans.forEach(this::print);
            if (missing != null && facts != null) {
                make(plans, missing, facts);
            }
            return RfuPlanOptions.exitCode(plans);
        }
    }

    private void print(UpdatePlan plan) {
        console.out().print(json ? plan.toJson() : safe(plan.toText()));
    }

    static String safe(String text) {
        return text.lines().map(TerminalText::safe).collect(Collectors.joining("\n", "", "\n"));
    }

    private void make(List<UpdatePlan> plans, Path folder, PackageOptions packageFacts) throws IOException {
        PackageNames names = PackageNames.of(plans.stream()
                .flatMap(each -> each.missingPackages().names().stream())
                .toList());
        List<Path> made = EmptyPackages.of(
                        names,
                        identity -> packageFacts.manifest(style, identity).build())
                .writeTo(folder, new SecurityCatalogBuilder(Clock.systemUTC()));
        made.forEach(each -> console.err().println("ingest: made " + each));
    }
}

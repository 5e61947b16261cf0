package io.oemingest.samples.ingest;

import io.oemingest.client.AppliedPlan;
import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestsForUpdate;
import io.oemingest.client.ServiceException;
import io.oemingest.core.update.UpdatePlan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest rfu apply}: asks for what a plan lacks. */
@Command(
        name = "apply",
        description = {
            "Ask for the requests that lead from one image to another, in their order, except for those that there are;"
                    + " may be repeated, and goes on where an earlier run was cut off. Each device and operator stands for"
                    + " itself.",
            "Exit code 0 if every request is there now, 1 if one was refused or there is no way; with --dry-run as of"
                    + " 'rfu plan'."
        })
final class RfuApplyCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final RfuPlanOptions options = new RfuPlanOptions();

    @Option(names = "--dry-run", description = "Show what is missing, and ask for nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object for each device and operator.")
    private boolean json;

    @Override
    public Integer call() {
        try (IngestionClient client = options.client()) {
            List<UpdatePlan> plans = options.plans(client.requestsForUpdate());
            if (dryRun) {
                plans.forEach(each -> print(each.remaining()));
                return RfuPlanOptions.exitCode(plans);
            }
            // All of them: a phone that is refused keeps no other from its update.
            return plans.stream()
                    .mapToInt(each -> apply(client.requestsForUpdate(), each))
                    .max()
                    .orElse(ExitCode.OK);
        }
    }

    private int apply(RequestsForUpdate requests, UpdatePlan plan) {
        if (!plan.isPossible()) {
            print(plan);
            return ExitCode.REFUSED;
        }
        if (!json) {
            print(plan.remaining());
        }
        AppliedPlan applied = requests.apply(plan, this::tell);
        if (json) {
            console.out().print(applied.toJson());
        }
        ServiceException refusal = applied.refusal();
        return refusal == null ? ExitCode.OK : console.complain(refusal);
    }

    private void print(UpdatePlan plan) {
        console.out().print(json ? plan.toJson() : RfuPlanCommand.safe(plan.toText()));
    }

    private void tell(AppliedPlan.Step step) {
        if (!json) {
            console.out().println(step.request().ticket() + (step.made() ? ": made" : ": is there already"));
        }
        step.request().warnings().forEach(each -> console.err().println("ingest: warning: " + each));
    }
}

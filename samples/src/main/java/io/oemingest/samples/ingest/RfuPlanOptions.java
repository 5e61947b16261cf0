package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestsForUpdate;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdatePlan;
import io.oemingest.core.update.UpdatePlanner;
import io.oemingest.core.update.UpdateType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From which image to which, for which phones; and the plans that are made of it. */
final class RfuPlanOptions {
    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "IMAGE",
            description = "What phones have now: the ticket of a submission, or a firmware version.")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "IMAGE",
            description = "What they are to get: a ticket or a firmware version.")
    private String to = "";

    @Option(
            names = "--type",
            paramLabel = "NAME",
            converter = UpdateWords.OfType.class,
            description = "RetailServicing, unless given, or Trial.")
    private UpdateType type = UpdateType.RETAIL_SERVICING;

    @Option(names = "--device", required = true, paramLabel = "NAME", description = "Model name; may be repeated.")
    private List<String> devices = new ArrayList<>();

    @Option(
            names = "--operator",
            required = true,
            paramLabel = "ID",
            description = "Operator, such as 000-DE; may be repeated: each device has a plan for each operator.")
    private List<String> operators = new ArrayList<>();

    IngestionClient client() {
        return service.client(ProgressListener.NONE).build();
    }

    /** A plan for each device and operator, made of what the service says of them now. */
    List<UpdatePlan> plans(RequestsForUpdate requests) {
        UpdatePlanner planner = requests.planner();
        return new LinkedHashSet<>(devices)
                .stream()
                        .flatMap(device -> new LinkedHashSet<>(operators)
                                .stream().map(operator -> plan(requests, planner, device, operator)))
                        .toList();
    }

    private UpdatePlan plan(RequestsForUpdate requests, UpdatePlanner planner, String device, String operator) {
        SubmissionTicket[] tickets = Stream.of(from, to)
                .filter(each -> FirmwareVersion.parseOrNull(each) == null)
                .map(SubmissionTicket::new)
                .toArray(SubmissionTicket[]::new);
        PhoneHistory phone = requests.history(device, operator, tickets);
        return planner.plan(phone, image(phone, from), image(phone, to), type);
    }

    private static SubmissionTicket image(PhoneHistory phone, String text) {
        FirmwareVersion version = FirmwareVersion.parseOrNull(text);
        if (version == null) {
            return new SubmissionTicket(text);
        }
        List<UpdateImage> found = phone.find(version);
        if (found.size() != 1) {
            throw new IllegalArgumentException(phone.deviceName() + "/" + phone.operatorId() + " has " + told(found)
                    + " of the version " + version);
        }
        return found.get(0).ticket();
    }

    private static String told(List<UpdateImage> found) {
        return found.isEmpty()
                ? "no image"
                : "more than one image ("
                        + found.stream().map(each -> each.ticket().id()).collect(Collectors.joining(", ")) + ")";
    }

    /** What the shell is told of a plan, the worst of several first. */
    static int exitCode(List<UpdatePlan> plans) {
        if (plans.stream().anyMatch(each -> !each.isPossible())) {
            return ExitCode.REFUSED;
        }
        return plans.stream().anyMatch(each -> !each.missing().isEmpty()) ? ExitCode.STILL_RUNNING : ExitCode.OK;
    }
}

package io.oemingest.emulator.http;

import static io.oemingest.emulator.http.Route.Demand.ACCOUNT;
import static io.oemingest.emulator.http.Route.Demand.TUS;
import static io.oemingest.emulator.http.Route.Demand.VERSION;
import static io.oemingest.emulator.http.UpdateDecisionResource.Decision.APPROVALS;
import static io.oemingest.emulator.http.UpdateDecisionResource.Decision.CANCELLATION;
import static io.oemingest.emulator.http.UpdateDecisionResource.Decision.RETRIES;

import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.port.TimestampPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which address leads where. */
final class IngestionApi {
    private IngestionApi() {}

    static List<Route> routes(IngestionEngine engine, HttpServerOptions options) {
        List<Route> routes = new ArrayList<>(ofEngine(engine, options.longestWait()));
        TimestampPort timestamps = options.timestamps();
        if (timestamps != null) {
            routes.add(Route.of("/v1/timestamp", new TimestampResource(timestamps)));
        }
        return routes;
    }

    private static List<Route> ofEngine(IngestionEngine engine, Duration longestWait) {
        IdempotencyMemory memory = new IdempotencyMemory();
        Resource uploads = new IdempotentResource(new UploadsResource(engine), memory);
        Resource submissions = new IdempotentResource(new SubmissionsResource(engine), memory);
        WaitingRoom room = new WaitingRoom(longestWait);
        Resource submission = new SubmissionResource(engine, room);
        Resource updates = new IdempotentResource(new RequestsForUpdateResource(engine), memory);
        Resource update = new RequestForUpdateResource(engine, room);
        Resource approvals = new IdempotentResource(new UpdateDecisionResource(engine, APPROVALS), memory);
        Resource retries = new IdempotentResource(new UpdateDecisionResource(engine, RETRIES), memory);
        Resource cancellation = new UpdateDecisionResource(engine, CANCELLATION);
        return List.of(
                Route.of("/v1/service", new ServiceResource(engine)),
                Route.of("/v1/account", new AccountResource(), VERSION, ACCOUNT),
                Route.of("/v1/signing-profiles", new SigningProfilesResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/uploads", uploads, TUS, VERSION, ACCOUNT),
                Route.of("/v1/uploads/*", new UploadResource(engine), TUS, VERSION, ACCOUNT),
                Route.of("/v1/submissions", submissions, VERSION, ACCOUNT),
                Route.of("/v1/submissions/*", submission, VERSION, ACCOUNT),
                Route.of("/v1/submissions/*/validation-report", new ValidationReportResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/submissions/*/signed-archive", new SignedArchiveResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/baselines", new BaselinesResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/phone-history", new PhoneHistoryResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update", updates, VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update/*", update, VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update/*/content", new UpdateContentResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update/*/approvals", approvals, VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update/*/retries", retries, VERSION, ACCOUNT),
                Route.of("/v1/requests-for-update/*/cancellation", cancellation, VERSION, ACCOUNT),
                Route.of("/v1/checks", new ChecksResource(engine), VERSION, ACCOUNT));
    }
}

package io.oemingest.emulator.http;

import static io.oemingest.emulator.http.Route.Demand.ACCOUNT;
import static io.oemingest.emulator.http.Route.Demand.TUS;
import static io.oemingest.emulator.http.Route.Demand.VERSION;

import io.oemingest.emulator.engine.IngestionEngine;
import java.time.Duration;
import java.util.List;

/** Which address leads where. */
final class IngestionApi {
    private IngestionApi() {}

    static List<Route> routes(IngestionEngine engine, Duration longestWait) {
        IdempotencyMemory memory = new IdempotencyMemory();
        Resource uploads = new IdempotentResource(new UploadsResource(engine), memory);
        Resource submissions = new IdempotentResource(new SubmissionsResource(engine), memory);
        Resource submission = new SubmissionResource(engine, longestWait);
        return List.of(
                Route.of("/v1/service", new ServiceResource(engine)),
                Route.of("/v1/account", new AccountResource(), VERSION, ACCOUNT),
                Route.of("/v1/uploads", uploads, TUS, VERSION, ACCOUNT),
                Route.of("/v1/uploads/*", new UploadResource(engine), TUS, VERSION, ACCOUNT),
                Route.of("/v1/submissions", submissions, VERSION, ACCOUNT),
                Route.of("/v1/submissions/*", submission, VERSION, ACCOUNT),
                Route.of("/v1/submissions/*/validation-report", new ValidationReportResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/submissions/*/signed-archive", new SignedArchiveResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/baselines", new BaselinesResource(engine), VERSION, ACCOUNT),
                Route.of("/v1/checks", new ChecksResource(engine), VERSION, ACCOUNT));
    }
}

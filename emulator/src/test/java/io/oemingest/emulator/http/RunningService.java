package io.oemingest.emulator.http;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.rules.StandardRules;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.BookedImage;
import io.oemingest.emulator.engine.EnginePorts;
import io.oemingest.emulator.engine.EngineSettings;
import io.oemingest.emulator.engine.EngineStores;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.SignedArchiveBlob;
import io.oemingest.emulator.engine.StateChange;
import io.oemingest.emulator.engine.Submission;
import io.oemingest.emulator.engine.SubmissionFailure;
import io.oemingest.emulator.engine.SubmissionOrigin;
import io.oemingest.emulator.engine.SubmissionState;
import io.oemingest.emulator.engine.Upload;
import io.oemingest.emulator.port.Permission;
import io.oemingest.emulator.port.RecordStore;
import io.oemingest.emulator.store.CountedIdentifiers;
import io.oemingest.emulator.store.FileBlobStore;
import io.oemingest.emulator.store.ManualWorkQueue;
import io.oemingest.emulator.store.MemoryRecordStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The real server on the loopback over the real engine with its stores in memory. Every exchange made with {@link #send}
 * is judged by the OpenAPI file.
 */
final class RunningService implements AutoCloseable {
    static final Account CONTOSO = account("Contoso", 1);
    static final Account FABRIKAM = account("Fabrikam", 2);
    /** The mobile operator of the phones in Germany. */
    static final Account OPERATOR = account("000-DE", 3);

    static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    static final long MAX_ARCHIVE = 1 << 20;

    final RecordStore<Upload> uploads = new MemoryRecordStore<>();
    final RecordStore<Submission> submissions = new MemoryRecordStore<>();
    final RecordStore<SubmissionTicket> tickets = new MemoryRecordStore<>();
    final RecordStore<ValidationReport> reports = new MemoryRecordStore<>();
    final RecordStore<BookedImage> images = new MemoryRecordStore<>();
    final ManualWorkQueue queue = new ManualWorkQueue();
    final IngestionEngine engine;
    final IngestionHttpServer server;
    final URI uri;
    final Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long sequence;

    RunningService(Path folder) throws IOException {
        this.folder = folder;
        EngineStores stores = new EngineStores(
                uploads,
                submissions,
                tickets,
                reports,
                images,
                new MemoryRecordStore<>(),
                new FileBlobStore(folder.resolve("blobs")));
        EngineSettings settings = EngineSettings.defaults("0.1.0", StandardRules.VERSION)
                .withMaxArchiveSize(MAX_ARCHIVE)
                .withMinimumClientVersion("0.1.0")
                .withPollingFloor(Duration.ofMillis(1500));
        this.engine = new IngestionEngine(
                new EnginePorts(() -> NOW, new CountedIdentifiers(), stores, new CopyingSigner(), queue),
                settings,
                List.of(CONTOSO, FABRIKAM, OPERATOR),
                StandardRules.all());
        AtomicLong ids = new AtomicLong();
        this.server = IngestionHttpServer.start(
                engine, HttpServerOptions.loopback(() -> new UUID(0x4000L, ids.incrementAndGet())));
        this.uri = server.baseUri();
    }

    /** Sends a request of Contoso's, with headers as name, value, name, value, …. */
    HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Authorization")) {
            all.addAll(List.of("Authorization", "Bearer " + token("Contoso")));
        }
        return sendAs(method, path, body, all.toArray(String[]::new));
    }

    /** Sends exactly these headers. */
    HttpResponse<byte[]> sendAs(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri.resolve(path)).method(method, body).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        int override = List.of(headers).indexOf("X-HTTP-Method-Override");
        boolean overridden = override >= 0 && method.equals("POST");
        Contract.judge(overridden ? headers[override + 1] : method, path, answer);
        return answer;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> post(String path, String json, String... headers) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return send("POST", path, BodyPublishers.ofString(json), all.toArray(String[]::new));
    }

    static String token(String oemId) {
        return "token-of-" + oemId;
    }

    /** Puts a submission of Contoso's into the store as if it had come to this state. */
    Submission submission(String code, SubmissionState... states) {
        return submission(CONTOSO, code, states);
    }

    Submission submission(Account owner, String code, SubmissionState... states) {
        List<StateChange> history = new ArrayList<>();
        for (SubmissionState state : states) {
            history.add(new StateChange(state, NOW.plusSeconds(history.size())));
        }
        boolean failed = states[states.length - 1] == SubmissionState.FAILED;
        SubmissionFailure failure =
                failed ? new SubmissionFailure(ReasonCode.VALIDATION_FAILED, "The validation found 1 problem.") : null;
        Submission entry = new Submission(
                new SubmissionTicket("TKT-SIGN-TEST-" + code), ++sequence, origin(owner), history, failure, null);
        submissions.insert(entry.ticket().id(), entry);
        return entry;
    }

    /** A submission of Contoso's whose signed archive has this content. */
    Submission signed(String code, byte[] content) throws IOException {
        Submission unsigned =
                submission(code, SubmissionState.RECEIVED, SubmissionState.VALIDATING, SubmissionState.SIGNING);
        String id = unsigned.ticket().id();
        Path file = Files.write(folder.resolve(id + ".zip"), content);
        List<StateChange> history = new ArrayList<>(unsigned.history());
        history.add(new StateChange(SubmissionState.SIGNED, NOW.plusSeconds(9)));
        Submission done = new Submission(
                unsigned.ticket(),
                unsigned.sequence(),
                unsigned.origin(),
                history,
                null,
                new SignedArchiveBlob("Contoso." + id + ".zip", file, content.length, Digest.sha256(content)));
        submissions.replace(id, unsigned, done);
        return done;
    }

    static Finding finding(Severity severity) {
        return new Finding(
                RuleId.of("STD-02"),
                severity,
                Location.ofLine("man.dsm.xml", 3, 7),
                "The version is 0.0.0.0.",
                "Give the package a version.");
    }

    private static SubmissionOrigin origin(Account owner) {
        return new SubmissionOrigin(
                owner.clientId(),
                owner.oemId(),
                Digest.sha256(new byte[] {1}),
                4711,
                new SubmissionKind(
                        SubmissionType.PARTIAL_IMAGE,
                        SubmissionContext.CONTEXT_FREE,
                        ProductType.WINDOWS_PHONE_THRESHOLD,
                        false),
                2,
                null);
    }

    private static Account account(String oemId, int number) {
        return new Account(
                oemId,
                new UUID(0x4000L, number),
                Account.hashOf(token(oemId)),
                Permission.ofOems(),
                Set.of(EkuCombination.of("1.3.6.1.4.1.311.76.5.40")));
    }

    @Override
    public void close() {
        engine.close();
        server.close();
    }
}

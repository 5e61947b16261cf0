package io.oemingest.emulator;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.emulator.engine.BookedImage;
import io.oemingest.emulator.engine.Decision;
import io.oemingest.emulator.engine.DecisionLog;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.http.IngestionHttpServer;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.signing.PemText;
import io.oemingest.emulator.signing.TestInputSigner;
import io.oemingest.emulator.signing.TestPki;
import io.oemingest.emulator.signing.TimestampAuthority;
import io.oemingest.emulator.store.DataFolder;
import io.oemingest.emulator.store.ManualWorkQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running ingestion service of this machine: validates, signs with a test authority of its own, and hands out what it
 * signed. TEST ONLY, whatever the options. Safe for threads.
 *
 * <pre>{@code
 * try (IngestionEmulator emulator = IngestionEmulator.builder().account("Contoso", "secret").start()) {
 *     URI service = emulator.uri();
 * }
 * }</pre>
 */
public final class IngestionEmulator implements AutoCloseable {
    private static final String VERSION = "0.1.0";

    private final DataFolder folder;
    private final Wiring wiring;
    private final TestPki pki;
    private final IngestionEngine engine;
    private final IngestionHttpServer http;
    private final AtomicBoolean closed = new AtomicBoolean();

    private IngestionEmulator(Wiring wiring, DataFolder folder) throws IOException {
        this.wiring = wiring;
        this.folder = folder;
        this.pki = wiring.pki();
        TimestampAuthority timestamps = wiring.timestamps(pki);
        this.engine = wiring.engine(folder, pki, timestamps);
        try {
            this.http = wiring.http(engine, timestamps);
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** Options to set and then to {@link EmulatorOptions.Builder#start()}. */
    public static EmulatorOptions.Builder builder() {
        return new EmulatorOptions.Builder();
    }

    /**
     * Starts the service; it answers as soon as this returns.
     *
     * @throws IOException if the port or the data folder cannot be had
     * @throws IllegalArgumentException if two accounts have the same OEM id or token
     */
    public static IngestionEmulator start(EmulatorOptions options) throws IOException {
        Wiring wiring = new Wiring(options);
        DataFolder folder = wiring.folder();
        try {
            return new IngestionEmulator(wiring, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The version of this emulator, as it tells its clients. */
    public static String version() {
        return VERSION;
    }

    /** Where clients find the service. */
    public URI uri() {
        return http.baseUri();
    }

    /** Where signing tools get time stamps (RFC 3161), below {@link #retailRoots()}. */
    public URI timestampUri() {
        return uri().resolve("v1/timestamp");
    }

    public List<EmulatedAccount> accounts() {
        return wiring.accounts();
    }

    /** The token of the first account. */
    public String token() {
        return accounts().get(0).token();
    }

    /** The token of one account. @throws IllegalArgumentException if there is no such account */
    public String token(String oemId) {
        return accounts().stream()
                .filter(account -> account.oemId().equals(oemId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + oemId))
                .token();
    }

    /** Whom to trust for what this service has signed, and for its time stamps. */
    public Set<X509Certificate> retailRoots() {
        return Set.of(pki.retail().root());
    }

    /** Whose signatures this service accepts on packages that come to be signed. */
    public Set<X509Certificate> testInputRoots() {
        return wiring.inputRoots(pki);
    }

    /** {@link #retailRoots()} as PEM. */
    public String retailRootsPem() {
        return pem(retailRoots());
    }

    /** {@link #testInputRoots()} as PEM. */
    public String testInputRootsPem() {
        return pem(testInputRoots());
    }

    private static String pem(Set<X509Certificate> roots) {
        return PemText.of(roots.stream()
                .sorted(Comparator.comparing(
                        root -> root.getSubjectX500Principal().getName()))
                .toList());
    }

    /** Test-signs packages as an OEM's build would before it submits them, with usages of this profile. */
    public TestInputSigner inputSigner(EkuProfile profile) {
        return wiring.inputSigner(pki, profile);
    }

    /** The operators stop signing, now or as soon as it would begin. @throws IllegalStateException if the submission is final or unknown */
    public void intervene(SubmissionTicket ticket) {
        engine.intervene(ticket);
    }

    /** The operators let signing go on. @throws IllegalStateException if the submission does not wait for them */
    public void resume(SubmissionTicket ticket) {
        engine.resume(ticket);
    }

    /**
     * Gives an account an image of the past, as if it had been submitted and signed; of the images with one of the two
     * baseline statuses its next ones are compared with the nearest.
     *
     * @throws IllegalArgumentException if there is no such account, or the ticket has an image for this phone and operator
     */
    public void addImage(String oemId, Baseline image, WspcStatus status) {
        engine.enterImage(new BookedImage(engine.account(oemId).clientId(), image, status));
    }

    /**
     * Gives an account an image of the past with everything that was read of it: the one of the highest version below that
     * of a later image for the same phone and operator is what that one updates.
     *
     * @throws IllegalArgumentException as above, or if it is no image or names no phone, operator and firmware version in full
     */
    public void addImage(String oemId, SubmissionTicket ticket, SubmissionContents image, WspcStatus status) {
        engine.enterImage(engine.account(oemId), ticket, image, status);
    }

    /**
     * Why a request was refused, or the submission that it made has failed, by the correlation id that every answer
     * carries; the oldest first. The latest {@link DecisionLog#MAX_KEPT} decisions are remembered.
     *
     * @return empty if nothing was decided against it, or too long ago, or the text is no correlation id
     */
    public List<Decision> decisions(String correlationId) {
        try {
            return engine.decisions().of(UUID.fromString(correlationId));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** Why a submission has failed and requests about it were refused; the oldest first. */
    public List<Decision> decisions(SubmissionTicket ticket) {
        return engine.decisions().of(ticket);
    }

    /** The service's operators take an update back that is live (rule CAN-03). @throws IllegalStateException if it is not */
    public void withdrawUpdate(RequestForUpdateTicket ticket, String explanation) {
        engine.requestsForUpdate().withdraw(ticket, explanation);
    }

    /** Answers the next reads of a request for update with FailedToRetrieveStatus (rule STA-05). @throws IllegalStateException if there is no such request */
    public void failUpdateStatus(RequestForUpdateTicket ticket, int times) {
        engine.requestsForUpdate().failStatus(ticket, times);
    }

    /** Runs the next piece of work, one of validating and signing a submission, on this thread; false if there is none. @throws IllegalStateException if the emulator works by itself */
    public boolean runNextWork() {
        return queue().runNext();
    }

    /** Runs all work there is, on this thread; answers how many pieces. @throws IllegalStateException if the emulator works by itself */
    public int runPendingWork() {
        return queue().runAll();
    }

    /** Stops the service and removes what it stored. A second call does nothing. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        engine.close();
        http.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder.path() + " could not be cleaned", e);
        }
    }

    private ManualWorkQueue queue() {
        ManualWorkQueue workByHand = wiring.workByHand();
        if (workByHand == null) {
            throw new IllegalStateException("This emulator works by itself; start it with workByHand()");
        }
        return workByHand;
    }
}

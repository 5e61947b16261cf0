package io.oemingest.client;

import io.oemingest.client.internal.http.HttpTimeouts;
import io.oemingest.client.internal.http.HttpTransport;
import io.oemingest.core.baseline.BaselineCache;
import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.wire.AccountJson;
import io.oemingest.core.internal.wire.ServiceJson;
import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The way to an ingestion service: immutable, safe for threads, to be shared and closed at the end.
 *
 * <pre>{@code
 * try (IngestionClient client = IngestionClient.builder().service(uri).token(token).trust(policy).build()) {
 *     SubmissionTicket ticket = client.submissions().submit(archive);
 *     if (client.submissions().await(ticket, Duration.ofHours(2)) instanceof SigningOutcome.Signed) {
 *         client.submissions().retrieve(ticket, folder);
 *     }
 * }
 * }</pre>
 */
public final class IngestionClient implements AutoCloseable {
    private final Builder settings;
    private final HttpTransport transport;
    private final Api api;
    private final Submissions submissions;
    private final RequestsForUpdate requestsForUpdate;
    private final DryRun dryRun;

    private IngestionClient(Builder settings, URI service) {
        this.settings = settings;
        ClientPorts ports = settings.ports;
        this.transport = new HttpTransport(settings.httpClient, settings.timeouts());
        Retries retries = new Retries(settings.retry, ports);
        this.api = new Api(transport, service, headers(settings), new Problems(ports.time()), retries);
        UploadCalls uploads = new UploadCalls(api);
        ArchiveUpload upload = new ArchiveUpload(uploads, retries, settings.chunkSize, settings.progress);
        ArchiveDownload download = new ArchiveDownload(api, retries, settings.chunkSize, settings.progress);
        IdempotencyKeys keys = new IdempotencyKeys(ports.random());
        Waiter waiter = new Waiter(api, retries, ports.time());
        this.submissions = new Submissions(
                api,
                new Submitter(api, uploads, upload, retries, keys),
                waiter,
                new Retrieval(download, settings.proof()));
        this.requestsForUpdate = new RequestsForUpdate(api, retries, waiter, keys);
        this.dryRun = new DryRun(api, retries);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder with this client's settings. */
    public Builder newBuilder() {
        return new Builder(settings);
    }

    public Submissions submissions() {
        return submissions;
    }

    public RequestsForUpdate requestsForUpdate() {
        return requestsForUpdate;
    }

    /** The account behind this client's credentials. */
    public AccountInfo account() {
        return api.get("v1/account", AccountJson.class, WireModels::account);
    }

    /** The kinds of signature that the service makes; which of them the account may use, {@link #account()} tells. */
    public List<SigningProfile> signingProfiles() {
        return api.get("v1/signing-profiles", SigningProfilesJson.class, SigningProfilesJson::toModel);
    }

    /** What the service says about itself; needs no credentials. */
    public ServiceInfo serviceInfo() {
        return api.get(Paths.SERVICE, ServiceJson.class, WireModels::service);
    }

    /**
     * The service's baselines, for a preparer of images. Trouble with the service becomes a finding of the preparer; only
     * an interrupt ends the call, with {@link CallInterruptedException}.
     */
    public BaselineProvider baselines() {
        return new OnlineBaselines(api, null);
    }

    /** As {@link #baselines()}; keeps each list, and falls back to those kept when the service gives none (rules WSP-16 to WSP-18). */
    public BaselineProvider baselines(BaselineCache cache) {
        return new OnlineBaselines(api, cache);
    }

    /**
     * What the service's own validation would find in this submission. Only facts and documents are sent, no package; the
     * service keeps nothing and makes no ticket. What only the packages themselves can tell, such as whose test signature
     * they have, is among the skipped rules.
     *
     * @throws ServiceException with PermissionDenied if the account may not submit this, with PayloadTooLarge if it is too much
     * @throws TransportException if there is no usable answer
     * @throws UnexpectedResponseException if the answer is not of the ingestion API
     * @throws CallInterruptedException if the thread is interrupted
     * @throws IOException if a document cannot be read again, or has changed
     */
    public ValidationReport check(ReadSubmission submission) throws IOException {
        return dryRun.check(submission);
    }

    /** As {@link #check(ReadSubmission)}, of a prepared archive, which is read whole. */
    public ValidationReport check(PreparedSubmission prepared) throws IOException {
        try (SubmissionArchive archive =
                SubmissionArchive.open(prepared.archive(), FormatLimits.defaults(), settings.progress)) {
            return check(archive.submission());
        }
    }

    /** Ends the client's threads and connections; calls after this throw IllegalStateException. An OkHttpClient that was given in stays open. */
    @Override
    public void close() {
        transport.close();
    }

    private static Map<String, String> headers(Builder settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Ingestion-Client-Version", ClientVersion.TEXT);
        headers.put("User-Agent", "oemingest-client/" + ClientVersion.TEXT);
        if (settings.token != null) {
            headers.put("Authorization", "Bearer " + settings.token);
        }
        return headers;
    }

    /** Settings of a client; all but {@link #service} may be left out. Not safe for threads. */
    public static final class Builder {
        private static final Duration OWN_TIMEOUT = Duration.ofMinutes(1);

        private @Nullable URI service;
        private boolean plainHttp;
        private @Nullable String token;
        private @Nullable TrustPolicy trust;
        private @Nullable Duration connectTimeout;
        private @Nullable Duration responseTimeout;
        private int chunkSize = 4 << 20;
        private RetryPolicy retry = RetryPolicy.defaults();
        private ProgressListener progress = ProgressListener.NONE;
        private @Nullable OkHttpClient httpClient;
        private ClientPorts ports = SystemWiring.ports();
        private Retrieval.@Nullable Proof proof;

        private Builder() {}

        private Builder(Builder other) {
            this.service = other.service;
            this.plainHttp = other.plainHttp;
            this.token = other.token;
            this.trust = other.trust;
            this.connectTimeout = other.connectTimeout;
            this.responseTimeout = other.responseTimeout;
            this.chunkSize = other.chunkSize;
            this.retry = other.retry;
            this.progress = other.progress;
            this.httpClient = other.httpClient;
            this.ports = other.ports;
            this.proof = other.proof;
        }

        /** The service's address, below which {@code v1/…} lies: https, or http on this machine. */
        public Builder service(URI address) {
            this.service = address;
            return this;
        }

        /** Lets an address with http lead to another machine: credentials and firmware can then be read on the way. */
        public Builder allowPlainHttp() {
            this.plainHttp = true;
            return this;
        }

        /** The credentials, sent as a bearer token (RFC 6750). */
        public Builder token(String text) {
            this.token = ServiceAddress.requireToken(text);
            return this;
        }

        /** Whom to believe about signed archives; {@link Submissions#retrieve} needs it. */
        public Builder trust(TrustPolicy policy) {
            this.trust = policy;
            return this;
        }

        /** How long to wait for a connection; otherwise 10 seconds, or what the given HTTP client has. */
        public Builder connectTimeout(Duration time) {
            this.connectTimeout = time;
            return this;
        }

        /** How long to wait for each piece of an answer; otherwise a minute, or what the given HTTP client has. */
        public Builder responseTimeout(Duration time) {
            this.responseTimeout = time;
            return this;
        }

        /** Bytes of an upload's pieces, otherwise 4,194,304 (rule GET-11). @throws IllegalArgumentException if not positive */
        public Builder chunkSize(int bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException("A chunk has at least 1 byte, not " + bytes);
            }
            this.chunkSize = bytes;
            return this;
        }

        public Builder retry(RetryPolicy policy) {
            this.retry = policy;
            return this;
        }

        /** Hears of uploads and downloads, on the calling thread. */
        public Builder progress(ProgressListener listener) {
            this.progress = listener;
            return this;
        }

        /** Proxies, TLS settings, client certificates and connections of the application's own HTTP client. */
        public Builder httpClient(OkHttpClient client) {
            this.httpClient = client;
            return this;
        }

        private HttpTimeouts timeouts() {
            Duration response = responseTimeout == null && httpClient == null ? OWN_TIMEOUT : responseTimeout;
            return new HttpTimeouts(connectTimeout, response);
        }

        private Retrieval.Proof proof() {
            return proof == null ? new ArchiveProof(trust, progress) : proof;
        }

        Builder proof(Retrieval.Proof replaced) {
            this.proof = replaced;
            return this;
        }

        Builder ports(ClientPorts replaced) {
            this.ports = replaced;
            return this;
        }

        /** Makes the client. @throws IllegalArgumentException if the address is missing or not one to send credentials to */
        public IngestionClient build() {
            return new IngestionClient(new Builder(this), ServiceAddress.require(service, plainHttp));
        }
    }
}

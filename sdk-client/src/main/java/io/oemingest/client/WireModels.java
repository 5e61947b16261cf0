package io.oemingest.client;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.client.AccountInfo.ClientCertificate;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.AccountJson;
import io.oemingest.core.internal.wire.AccountJson.CertificateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdatePageJson;
import io.oemingest.core.internal.wire.ServiceJson;
import io.oemingest.core.internal.wire.ServiceJson.LimitsJson;
import io.oemingest.core.internal.wire.ServiceJson.UpdatePolicyJson;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.internal.wire.SubmissionJson.FailureJson;
import io.oemingest.core.internal.wire.SubmissionPageJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.internal.wire.update.RequestReader;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.update.UpdatePolicy.ChainPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers of the service as values of the client; what must be there and is not is refused with its JSON path. */
final class WireModels {
    private static final LimitsJson NO_LIMITS = new LimitsJson(null, null, null);

    private WireModels() {}

    static SubmissionStatus status(SubmissionJson json, String source) throws MalformedFileException {
        String state = required(json.state(), source, "$.state");
        return new SubmissionStatus(
                json.ticketToModel(source),
                SubmissionState.parse(state),
                state,
                json.step(),
                json.message(),
                json.type(),
                sha256(json.sha256(), source, "$.sha256"),
                json.created(),
                json.changed(),
                failure(json.failure()),
                ReportWire.toModel(listOrEmpty(json.warnings()), source, "$.warnings"));
    }

    static SubmissionPage page(SubmissionPageJson json, String source) throws MalformedFileException {
        List<SubmissionStatus> items = new ArrayList<>();
        for (SubmissionJson item : required(json.items(), source, "$.items")) {
            items.add(status(item, source));
        }
        return new SubmissionPage(items, json.nextCursor());
    }

    static RequestForUpdatePage updatePage(RequestForUpdatePageJson json, String source) throws MalformedFileException {
        List<RequestForUpdate> items = new ArrayList<>();
        for (RequestForUpdateJson item : required(json.items(), source, "$.items")) {
            items.add(RequestReader.read(item, source));
        }
        return new RequestForUpdatePage(items, json.nextCursor());
    }

    static AccountInfo account(AccountJson json, String source) throws MalformedFileException {
        List<ClientCertificate> certificates = new ArrayList<>();
        for (CertificateJson row : listOrEmpty(json.certificates())) {
            String thumbprint = required(row.thumbprint(), source, "$.certificates.thumbprint");
            certificates.add(new ClientCertificate(thumbprint, row.expires()));
        }
        return new AccountInfo(
                required(json.oemId(), source, "$.oemId"),
                json.clientId(),
                listOrEmpty(json.permissions()),
                json.ekusToModel(source),
                certificates);
    }

    static ServiceInfo service(ServiceJson json, String source) throws MalformedFileException {
        LimitsJson limits = Objects.requireNonNullElse(json.limits(), NO_LIMITS);
        Long floor = json.pollingFloorSeconds();
        return new ServiceInfo(
                required(json.name(), source, "$.name"),
                required(json.environment(), source, "$.environment"),
                json.serviceVersion(),
                json.minimumClientVersion(),
                listOrEmpty(json.products()),
                limits.maxArchiveSize(),
                limits.maxPackages(),
                limits.chunkSize(),
                floor == null ? null : Duration.ofSeconds(floor),
                policy(json.updates()));
    }

    /** A service that judges in a way that is not known here is as good as one that does not say how. */
    private static @Nullable UpdatePolicy policy(@Nullable UpdatePolicyJson json) {
        ChainPolicy chain = json == null ? null : ChainPolicy.parseOrNull(json.chain());
        return json == null || chain == null ? null : new UpdatePolicy(chain, Boolean.TRUE.equals(json.strict()));
    }

    private static SubmissionStatus.@Nullable Failure failure(@Nullable FailureJson json) {
        return json == null
                ? null
                : new SubmissionStatus.Failure(
                        Objects.requireNonNullElse(json.reason(), ""), Objects.requireNonNullElse(json.detail(), ""));
    }

    private static @Nullable Digest sha256(@Nullable String hex, String source, String path)
            throws MalformedFileException {
        return hex == null ? null : convert(hex, text -> new Digest(DigestAlgorithm.SHA256, text), source, path);
    }

    private static <T> List<T> listOrEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}

package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import io.oemingest.client.internal.http.Content;
import io.oemingest.client.internal.http.HttpCall;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of tus 1.0.0 (core, creation, checksum), one attempt each. */
final class UploadCalls {
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final Api api;

    UploadCalls(Api api) {
        this.api = api;
    }

    /** Creates an upload and returns its address, which lies at the service itself. */
    URI create(String fileName, long size, Digest digest, String idempotencyKey) {
        String metadata = "filename " + base64(fileName) + ",sha256 " + base64(digest.hex());
        HttpCall call = tus("POST", api.base().resolve("v1/uploads"))
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", metadata)
                .header("Idempotency-Key", idempotencyKey)
                .content(Content.none());
        try (Answer answer = api.send(call, Set.of(201))) {
            String location = answer.header("Location");
            if (location == null) {
                throw api.problems().wrong(answer, "it creates an upload without a Location");
            }
            return addressOf(answer, location);
        }
    }

    /** How many bytes the service has, or null if it does not know the upload any more. */
    @Nullable
    Long offset(URI upload) {
        try (Answer answer = api.send(tus("HEAD", upload), Set.of(200, 204, 404, 410))) {
            return GONE.contains(answer.status()) ? null : (Long) offsetOf(answer);
        }
    }

    /** Sends bytes that belong at an offset; returns how many bytes the service then has. */
    long append(URI upload, long offset, ByteSource chunk) throws IOException {
        HttpCall call = tus("PATCH", upload)
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", "sha-256 " + base64(Digest.sha256(chunk)))
                .content(new Content("application/offset+octet-stream", chunk));
        try (Answer answer = api.send(call, Set.of(204))) {
            return offsetOf(answer);
        }
    }

    private static HttpCall tus(String method, URI uri) {
        return HttpCall.of(method, uri).header("Tus-Resumable", "1.0.0");
    }

    private URI addressOf(Answer answer, String location) {
        URI address;
        try {
            address = answer.call().uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw api.problems().wrong(answer, "its Location is no address: " + location);
        }
        if (!isOwn(address)) {
            // The chunks and the credentials must not go to an address that the caller never named.
            throw api.problems().wrong(answer, "its Location is at another service: " + location);
        }
        return address;
    }

    /** Whether an address lies at the service that this client was made for. */
    boolean isOwn(URI address) {
        return api.base().getScheme().equals(address.getScheme())
                && api.base().getRawAuthority().equals(address.getRawAuthority());
    }

    private long offsetOf(Answer answer) {
        String header = answer.header("Upload-Offset");
        try {
            long offset = header == null ? -1 : Long.parseLong(header);
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // Refused below, like a missing header.
        }
        throw api.problems().wrong(answer, "it has no usable Upload-Offset");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(Digest digest) {
        return Base64.getEncoder().encodeToString(digest.bytes());
    }
}

package io.oemingest.emulator;

import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OEM that speaks to an emulator with nothing but the JDK's HTTP client. */
final class HttpOem {
    private static final Pattern TICKET = Pattern.compile("TKT-SIGN-TEST-[0-9A-Z]{6}");
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final String token;

    HttpOem(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Uploads and submits an archive; answers the body of the answer. */
    HttpResponse<byte[]> submit(Path archive) throws IOException, InterruptedException {
        return submit(archive, "");
    }

    /** Sends what failed once more. */
    HttpResponse<byte[]> resubmit(Path archive, String original) throws IOException, InterruptedException {
        return submit(archive, ", \"resubmissionOf\": \"" + original + "\"");
    }

    private HttpResponse<byte[]> submit(Path archive, String members) throws IOException, InterruptedException {
        byte[] content = Files.readAllBytes(archive);
        HttpResponse<byte[]> upload = send(
                "POST",
                "v1/uploads",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(content.length));
        String location = upload.headers().firstValue("Location").orElseThrow();
        send(
                "PATCH",
                location,
                BodyPublishers.ofByteArray(content),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
        String id = location.substring(location.lastIndexOf('/') + 1);
        String body = "{\"uploadId\": \"" + id + "\", \"sha256\": \""
                + Digest.sha256(content).hex() + "\"" + members + "}";
        return post("v1/submissions", body);
    }

    String ticketOf(HttpResponse<byte[]> answer) {
        Matcher ticket = TICKET.matcher(text(answer));
        if (!ticket.find()) {
            throw new AssertionError("no ticket in " + answer.statusCode() + " " + text(answer));
        }
        return ticket.group();
    }

    String state(String ticket) throws IOException, InterruptedException {
        return stateOf(get("v1/submissions/" + ticket));
    }

    /** Waits until the submission is Signed or Failed; the service does the waiting. */
    String finalState(String ticket) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get("v1/submissions/" + ticket);
        while (!stateOf(answer).equals("Signed") && !stateOf(answer).equals("Failed")) {
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> next = get("v1/submissions/" + ticket, "Prefer", "wait=20", "If-None-Match", tag);
            answer = next.statusCode() == 304 ? answer : next;
        }
        return stateOf(answer);
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String stateOf(HttpResponse<byte[]> answer) {
        Matcher state = STATE.matcher(text(answer));
        if (!state.find()) {
            throw new AssertionError("no state in " + answer.statusCode() + " " + text(answer));
        }
        return state.group(1);
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, body)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}

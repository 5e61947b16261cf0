package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import io.oemingest.client.internal.http.HttpCall;
import io.oemingest.client.internal.http.HttpTransport;
import io.oemingest.client.internal.http.NoAnswerException;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** One exchange with the service: headers that every request carries, answers judged by status. */
final class Api {
    private final HttpTransport transport;
    private final URI base;
    private final Map<String, String> headers;
    private final Problems problems;
    private final Retries retries;

    /** Speaks to the service below {@code base}, which ends with a slash. */
    Api(HttpTransport transport, URI base, Map<String, String> headers, Problems problems, Retries retries) {
        this.transport = transport;
        this.base = base;
        this.headers = headers;
        this.problems = problems;
        this.retries = retries;
    }

    URI base() {
        return base;
    }

    Problems problems() {
        return problems;
    }

    /** A request to a path below the service's address. */
    HttpCall request(String method, String path) {
        return HttpCall.of(method, URI.create(base + path))
                .header("Accept", "application/json, application/problem+json");
    }

    /** Gets a JSON document and turns it into a value, with as many attempts as the policy allows. */
    <J extends Record, T> T get(String path, Class<J> type, ToModel<J, T> toModel) {
        return retries.call(() -> {
            try (Answer answer = send(request("GET", path), Set.of(200))) {
                return read(answer, type, toModel);
            }
        });
    }

    /** One attempt. The answer has a wanted status and must be closed. @throws IngestionException for every other end */
    Answer send(HttpCall call, Set<Integer> wanted) {
        Answer answer = exchange(call);
        if (wanted.contains(answer.status())) {
            return answer;
        }
        try (answer) {
            throw problems.of(answer);
        }
    }

    /** Reads the answer's JSON and turns it into a value. */
    <J extends Record, T> T read(Answer answer, Class<J> type, ToModel<J, T> toModel) {
        String source = answer.call().toString();
        if (!answer.mediaType().equals("application/json")) {
            throw problems.of(answer);
        }
        try {
            return toModel.apply(Json.read(type, answer.stream(), source, FormatLimits.defaults()), source);
        } catch (MalformedFileException e) {
            throw problems.wrong(answer, e.location().part() + " " + e.problem());
        } catch (IOException e) {
            throw cutOff(answer.call(), e);
        }
    }

    /** The exception for an answer whose body broke off. */
    static IngestionException cutOff(HttpCall call, IOException cause) {
        return new TransportException("The answer to " + call + " broke off", true, cause);
    }

    private Answer exchange(HttpCall call) {
        HttpCall complete = call;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            complete = complete.header(header.getKey(), header.getValue());
        }
        try {
            return transport.send(complete);
        } catch (NoAnswerException e) {
            throw new TransportException(noAnswer(call, e.connected()), e.connected(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("waiting for the answer to " + call, e);
        }
    }

    private static String noAnswer(HttpCall call, boolean connected) {
        return connected
                ? "No answer to " + call + "; the service may have acted on the request"
                : "No connection for " + call + "; nothing was sent. Does the service run there, and does the"
                        + " network's gateway let the request through? (rule UPL-04)";
    }

    /** From a JSON record to a value of the client. */
    @FunctionalInterface
    interface ToModel<J, T> {
        T apply(J json, String source) throws MalformedFileException;
    }
}

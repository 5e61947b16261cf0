package io.oemingest.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/** Judges requests by the OpenAPI file: operation, parameters, credentials and body are what it documents. */
final class RequestContract {
    /** Headers that HTTP itself defines and an OpenAPI file leaves out. */
    private static final Set<String> ORDINARY = Set.of(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "host",
            "user-agent");

    private RequestContract() {}

    /** What the file says against a request, as messages; none if it fits. */
    static List<String> complaints(SentRequest request) {
        JsonNode operation = operation(request);
        if (operation.isMissingNode()) {
            return List.of(request + " is not documented");
        }
        List<String> complaints = new ArrayList<>();
        parameters(request, operation).forEach(parameter -> complaints.addAll(parameterComplaints(request, parameter)));
        complaints.addAll(unknownNames(request, operation));
        complaints.addAll(credentialComplaints(request, operation));
        complaints.addAll(bodyComplaints(request, operation.path("requestBody")));
        return complaints.stream().map(text -> request + ": " + text).toList();
    }

    /** The name of the operation that a request is, empty if the file has none. */
    static String operationId(SentRequest request) {
        return operation(request).path("operationId").asString("");
    }

    /** The operation; a HEAD without one of its own is a GET. */
    private static JsonNode operation(SentRequest request) {
        JsonNode operations = pathItem(request).getValue();
        String verb = request.method().toLowerCase(Locale.ROOT);
        return verb.equals("head") && !operations.has(verb) ? operations.path("get") : operations.path(verb);
    }

    private static Map.Entry<String, JsonNode> pathItem(SentRequest request) {
        return OpenApiFile.root().path("paths").properties().stream()
                .filter(entry -> request.path().matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElseGet(() -> Map.entry("", OpenApiFile.root().path("no such path")));
    }

    private static List<JsonNode> parameters(SentRequest request, JsonNode operation) {
        return Stream.of(pathItem(request).getValue(), operation)
                .flatMap(owner -> owner.path("parameters").values().stream())
                .map(OpenApiFile::resolved)
                .toList();
    }

    private static List<String> parameterComplaints(SentRequest request, JsonNode parameter) {
        String name = parameter.path("name").asString();
        List<String> values = values(request, parameter.path("in").asString(), name);
        if (values.isEmpty()) {
            return parameter.path("required").asBoolean(false) ? List.of(name + " is missing") : List.of();
        }
        if (values.size() > 1) {
            return List.of(name + " is there " + values.size() + " times");
        }
        return OpenApiFile.complaintsOfText(parameter.path("schema"), values.get(0)).stream()
                .map(complaint -> name + ": " + complaint)
                .toList();
    }

    private static List<String> values(SentRequest request, String place, String name) {
        return switch (place) {
            case "header" -> request.headers().values(name);
            case "query" ->
                request.url().queryParameterValues(name).stream()
                        .map(String::valueOf)
                        .toList();
            case "path" -> List.of(pathValue(request, name));
            default -> throw new AssertionError(name + " is in an unknown place: " + place);
        };
    }

    private static String pathValue(SentRequest request, String name) {
        HttpUrl template = request.url().resolve(pathItem(request).getKey().replaceAll("[{}]", "_"));
        int index = template.pathSegments().indexOf("_" + name + "_");
        return request.url().pathSegments().get(index);
    }

    private static List<String> unknownNames(SentRequest request, JsonNode operation) {
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.addAll(ORDINARY);
        Set<String> query = new TreeSet<>();
        for (JsonNode parameter : parameters(request, operation)) {
            (parameter.path("in").asString().equals("query") ? query : headers)
                    .add(parameter.path("name").asString());
        }
        return Stream.concat(
                        request.headers().names().stream().filter(name -> !headers.contains(name)),
                        request.url().queryParameterNames().stream().filter(name -> !query.contains(name)))
                .map(name -> name + " is not documented")
                .toList();
    }

    private static List<String> credentialComplaints(SentRequest request, JsonNode operation) {
        boolean open = operation.has("security") && operation.path("security").isEmpty();
        String sent = request.headers().get("Authorization");
        if (sent == null) {
            return open ? List.of() : List.of("Authorization is missing");
        }
        return sent.matches("Bearer [A-Za-z0-9._~+/-]+=*") ? List.of() : List.of("Authorization is no bearer token");
    }

    private static List<String> bodyComplaints(SentRequest request, JsonNode documented) {
        if (documented.isMissingNode()) {
            return request.body().size() == 0 ? List.of() : List.of("a body is not documented");
        }
        JsonNode content = documented.path("content").path(request.mediaType());
        if (content.isMissingNode()) {
            return List.of("a body of the type '" + request.mediaType() + "' is not documented");
        }
        return content.has("schema")
                ? OpenApiFile.complaintsOfJson(
                        content.path("schema"), request.body().utf8())
                : List.of();
    }
}

package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Judges answers by the OpenAPI file: a documented status, the headers it demands, a body of its schema. */
final class Contract {
    private static final String LOCATION = "https://contract.test/ingestion-api-v1.yaml";
    private static final String TEXT = text();
    private static final JsonNode ROOT = new YAMLMapper().readTree(TEXT);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemas(Map.of(LOCATION, TEXT))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Contract() {}

    /** What the file says about a JSON text, as messages; none if it fits. */
    static List<String> complaints(String schemaName, String json) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(LOCATION + "#/components/schemas/" + schemaName));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** The values that the file gives as examples of a schema. */
    static List<String> examples(String schemaName) {
        return ROOT.path("components").path("schemas").path(schemaName).path("examples").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    static void judge(String method, String path, HttpResponse<byte[]> answer) {
        JsonNode response = documented(method, path, answer.statusCode());
        String what = method + " " + path + " -> " + answer.statusCode();
        response.path("headers").properties().forEach(entry -> {
            JsonNode header = resolved(entry.getValue());
            String value = answer.headers().firstValue(entry.getKey()).orElse(null);
            if (header.path("required").asBoolean(false)) {
                assertThat(value).as(what + ": " + entry.getKey()).isNotNull();
            }
            if (value != null && header.path("schema").has("pattern")) {
                assertThat(value).matches(header.path("schema").path("pattern").asString());
            }
        });
        judgeBody(what, response, answer, method);
    }

    private static void judgeBody(String what, JsonNode response, HttpResponse<byte[]> answer, String method) {
        String type = answer.headers().firstValue("Content-Type").orElse(null);
        if (type == null) {
            assertThat(answer.body()).as(what).isEmpty();
            return;
        }
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as(what + " is not documented as " + type)
                .isFalse();
        String reference = content.path("schema").path("$ref").asString("");
        if (!method.equals("HEAD") && !reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            assertThat(complaints(name, body)).as(what + ": " + body).isEmpty();
        }
    }

    /** The response object of an operation; a HEAD without one of its own is a GET. */
    private static JsonNode documented(String method, String path, int status) {
        JsonNode operations = ROOT.path("paths").path(template(path));
        String verb = method.toLowerCase(Locale.ROOT);
        JsonNode operation = operations.has(verb) ? operations.path(verb) : operations.path("get");
        JsonNode responses = operation.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        if (response.isMissingNode()) {
            assertThat(status).as(method + " " + path + " is not documented").isGreaterThanOrEqualTo(400);
            response = responses.has("default") ? responses.path("default") : otherProblem();
        }
        return resolved(response);
    }

    private static JsonNode otherProblem() {
        return ROOT.path("components").path("responses").path("Problem");
    }

    private static String template(String path) {
        String bare = path.replaceFirst("\\?.*", "");
        return bare.replaceFirst("^/v1/uploads/[^/]+$", "/v1/uploads/{uploadId}")
                .replaceFirst("^/v1/submissions/[^/]+", "/v1/submissions/{ticketId}")
                .replaceFirst("^/v1/requests-for-update/[^/]+", "/v1/requests-for-update/{ticketId}");
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : ROOT.at(reference.substring(1));
    }

    private static String text() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi/ingestion-api-v1.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

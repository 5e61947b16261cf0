package io.oemingest.client;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The service's OpenAPI file, as the emulator carries it. */
final class OpenApiFile {
    private static final String LOCATION = "https://contract.test/ingestion-api-v1.yaml";
    private static final String TEXT = text();
    private static final JsonNode ROOT = new YAMLMapper().readTree(TEXT);
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemas(Map.of(LOCATION, TEXT))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private OpenApiFile() {}

    static JsonNode root() {
        return ROOT;
    }

    static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : ROOT.at(reference.substring(1));
    }

    /** Complaints about a value in a header, a query or a path. */
    static List<String> complaintsOfText(JsonNode schema, String value) {
        boolean number = resolved(schema).path("type").asString("").equals("integer") && value.matches("\\d{1,18}");
        return complaints(schema, number ? value : StringNode.valueOf(value).toString());
    }

    /** Complaints about a body, among them names that the service would have to ignore. */
    static List<String> complaintsOfJson(JsonNode schema, String json) {
        List<String> complaints = complaints(schema, json);
        JsonNode known = resolved(schema).path("properties");
        return complaints.isEmpty()
                ? JsonMapper.shared()
                        .readTree(json)
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !known.has(name))
                        .map(name -> "the property '" + name + "' is not documented")
                        .toList()
                : complaints;
    }

    private static List<String> complaints(JsonNode node, String json) {
        String reference = node.path("$ref").asString("");
        Schema schema = reference.isEmpty()
                ? REGISTRY.getSchema(node)
                : REGISTRY.getSchema(SchemaLocation.of(LOCATION + reference));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> (error.getInstanceLocation() + " breaks '" + error.getKeyword() + "'").trim())
                .toList();
    }

    private static String text() {
        try (InputStream in = IngestionEmulator.class.getResourceAsStream("/openapi/ingestion-api-v1.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

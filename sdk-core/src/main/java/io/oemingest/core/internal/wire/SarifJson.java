package io.oemingest.core.internal.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of SARIF 2.1.0 that reports use, by the names of the standard (section 3). */
public record SarifJson(String version, List<Run> runs) {

    public record Run(Tool tool, List<Invocation> invocations, List<Result> results, RunProperties properties) {}

    public record RunProperties(boolean acceptable, String profile) {}

    public record Tool(Driver driver) {}

    public record Driver(String name, String version, List<Rule> rules) {}

    public record Rule(
            String id,
            @Nullable Message shortDescription,
            @Nullable Message fullDescription,
            @Nullable Message help,
            @Nullable RuleProperties properties) {}

    public record RuleProperties(String source) {}

    public record Message(String text) {}

    public record Invocation(
            boolean executionSuccessful,
            List<Notification> toolExecutionNotifications,
            List<Notification> toolConfigurationNotifications) {}

    public record Notification(String level, Message message, RuleReference associatedRule) {}

    public record RuleReference(String id, int index) {}

    public record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Place> locations,
            @Nullable List<Suppression> suppressions,
            ResultProperties properties) {}

    public record ResultProperties(String mend, @Nullable Map<String, String> evidence) {}

    public record Place(
            PhysicalLocation physicalLocation, @Nullable List<LogicalLocation> logicalLocations) {}

    public record PhysicalLocation(
            ArtifactLocation artifactLocation, @Nullable Region region) {}

    public record ArtifactLocation(String uri) {}

    public record Region(
            @Nullable Integer startLine,
            @Nullable Integer startColumn,
            @Nullable Long byteOffset,
            @Nullable Integer byteLength) {}

    public record LogicalLocation(String name) {}

    public record Suppression(String kind, String status, String justification, SuppressionProperties properties) {}

    public record SuppressionProperties(String by, String at) {}
}

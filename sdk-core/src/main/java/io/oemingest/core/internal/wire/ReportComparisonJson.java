package io.oemingest.core.internal.wire;

import java.util.List;

/** What became of the findings of a first run in a second one. */
public record ReportComparisonJson(
        List<FindingJson> fixed, List<FindingJson> added, List<FindingJson> stillThere, boolean complete) {}

package io.oemingest.core.internal.wire;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.Baseline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/baselines}, and form of a cached list. */
public record BaselineListJson(@Nullable List<BaselineJson> items) {

    public static BaselineListJson of(List<Baseline> baselines) {
        return new BaselineListJson(baselines.stream().map(BaselineJson::of).toList());
    }

    /** The baselines as values. @throws MalformedFileException if something is absent or is not what it should be */
    public List<Baseline> toModel(String sourceName) throws MalformedFileException {
        List<Baseline> baselines = new ArrayList<>();
        for (BaselineJson each : WireValues.required(items, sourceName, "$.items")) {
            baselines.add(each.toModel(sourceName, "$.items[" + baselines.size() + "]"));
        }
        return baselines;
    }
}

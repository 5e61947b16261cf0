package io.oemingest.bench.signing;

import io.oemingest.bench.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Medians of several pieces of work that run in turn, so that all of them meet the same machine. */
final class Rounds {
    private static final int COUNT = 5;

    private final Map<String, Cost.Work> works = new LinkedHashMap<>();
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    Rounds add(String name, Cost.Work work) {
        works.put(name, work);
        return this;
    }

    /** Runs all a few times; what the first time took does not count. */
    void run() throws IOException {
        for (int i = 0; i <= COUNT; i++) {
            for (Map.Entry<String, Cost.Work> each : works.entrySet()) {
                Cost cost = each.getValue().run();
                if (i > 0) {
                    costs.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
    }

    double median(String name, ToDoubleFunction<Cost> part) {
        return Cost.median(Objects.requireNonNull(costs.get(name), name), part);
    }
}

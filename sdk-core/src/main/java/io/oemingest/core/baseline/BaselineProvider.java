package io.oemingest.core.baseline;

import io.oemingest.core.baseline.BaselineAnswer.Missing;

/** Where lists of baselines come from. May block; is asked before rules run, which know the answers only. */
@FunctionalInterface
public interface BaselineProvider {
    /** Knows no list; every comparison is left to the service. */
    BaselineProvider NONE = query -> new Missing(false, "none was asked for");

    /** The baselines nearest to the query's version, or more; trouble of any kind is an answer, not an exception. */
    BaselineAnswer baselines(BaselineQuery query);
}

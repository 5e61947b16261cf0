package io.oemingest.core.baseline;

import io.oemingest.core.model.Baseline;
import java.util.List;

/** What is known of the baselines of one phone and operator (rules WSP-16 to WSP-21). */
public sealed interface BaselineAnswer {

    /** The list as it is now; an empty one means that there is no baseline yet (rule WSP-14). */
    record Current(List<Baseline> baselines) implements BaselineAnswer {
        public Current {
            baselines = List.copyOf(baselines);
        }
    }

    /**
     * The list as it was at an earlier time.
     *
     * @param cause what went wrong with the list of now, as part of a sentence
     */
    record Cached(List<Baseline> baselines, CacheReason reason, String cause) implements BaselineAnswer {
        public Cached {
            baselines = List.copyOf(baselines);
        }
    }

    /**
     * No list at all.
     *
     * @param connection whether it failed because no service could be reached
     * @param cause what went wrong, as part of a sentence
     */
    record Missing(boolean connection, String cause) implements BaselineAnswer {}

    /** Why a list is not the one of now. */
    enum CacheReason {
        /** The service could not be reached (rule WSP-16). */
        UNREACHABLE,
        /** The service had no baseline, the cache has (rule WSP-17). */
        NO_RESULTS,
        /** The service was not asked, or gave no list (rule WSP-18). */
        NOT_GIVEN
    }
}

package io.oemingest.client;

import io.oemingest.core.baseline.BaselineAnswer;
import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.baseline.BaselineCache;
import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.baseline.BaselineQuery;
import io.oemingest.core.internal.wire.BaselineListJson;
import io.oemingest.core.model.Baseline;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of baselines as the service has them; those kept from before when it gives none (rules WSP-16 to WSP-21). */
final class OnlineBaselines implements BaselineProvider {
    private final Api api;
    private final @Nullable BaselineCache cache;

    OnlineBaselines(Api api, @Nullable BaselineCache cache) {
        this.api = api;
        this.cache = cache;
    }

    @Override
    public BaselineAnswer baselines(BaselineQuery query) {
        List<Baseline> found;
        try {
            found = api.get(Paths.baselines(query), BaselineListJson.class, BaselineListJson::toModel);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (TransportException e) {
            return fromBefore(query, CacheReason.UNREACHABLE, e);
        } catch (IngestionException e) {
            return fromBefore(query, CacheReason.NOT_GIVEN, e);
        }
        if (found.isEmpty() && kept(query) instanceof Cached list) {
            return list;
        }
        keep(query, found);
        return new Current(found);
    }

    private BaselineAnswer fromBefore(BaselineQuery query, CacheReason reason, IngestionException problem) {
        String cause = String.valueOf(problem.getMessage()).replaceFirst("\\.$", "");
        return cache == null
                ? new Missing(reason == CacheReason.UNREACHABLE, cause)
                : cache.answer(query, reason, cause);
    }

    /** A list that has something in it, or null. */
    private @Nullable BaselineAnswer kept(BaselineQuery query) {
        BaselineAnswer answer =
                cache == null ? null : cache.answer(query, CacheReason.NO_RESULTS, "its answer was an empty list");
        return answer instanceof Cached list && !list.baselines().isEmpty() ? list : null;
    }

    private void keep(BaselineQuery query, List<Baseline> found) {
        if (cache == null) {
            return;
        }
        try {
            cache.store(query, found);
        } catch (IOException e) {
            // The list of now is at hand and complete. Only a later run without the service misses the copy, and says
            // so.
        }
    }
}

package io.oemingest.core.format.cabinet;

import org.jspecify.annotations.Nullable;

/** Finds the match that saves most: at one of the recent offsets, or in a limited part of the hash chain. */
final class LzxMatchFinder {
    /** Offsets of the last bytes of a window have no slot. */
    private static final int UNREACHED = 3;

    private static final int MAX_TRIES = 48;
    private static final int LONG_ENOUGH = 128;

    private final LzxHistory history;
    private final LzxHashChains chains;
    private final LzxPrices prices;
    private final LzxRecentOffsets recent;
    private final int farthest;

    LzxMatchFinder(LzxHistory history, LzxPrices prices, LzxRecentOffsets recent, int windowBits) {
        this.history = history;
        this.chains = new LzxHashChains(history);
        this.prices = prices;
        this.recent = recent;
        this.farthest = (1 << windowBits) - UNREACHED;
    }

    /** The best match at this place, null if literals are as good. Places must not become smaller. */
    @Nullable
    LzxMatch find(int place) {
        int limit = Math.min(LzxTrees.MAX_MATCH, history.end() - place);
        LzxMatch best = findRecent(place, limit);
        boolean enough = best != null && best.length() >= LONG_ENOUGH;
        return enough || limit < LzxHashChains.HASHED ? best : findInChain(place, limit, best);
    }

    /** Lets later frames find this one, before the history moves on. */
    void endFrame() {
        chains.addUpTo(history.end());
    }

    private @Nullable LzxMatch findRecent(int place, int limit) {
        LzxMatch best = null;
        for (int slot = 0; slot < LzxRecentOffsets.COUNT; slot++) {
            int length = history.common(place, recent.get(slot), limit);
            if (length >= LzxTrees.MIN_MATCH) {
                best = better(best, prices.match(place, slot, recent.get(slot), length));
            }
        }
        return best;
    }

    private @Nullable LzxMatch findInChain(int place, int limit, @Nullable LzxMatch recentMatch) {
        LzxMatch best = recentMatch;
        chains.addUpTo(place);
        int lowest = Math.max(0, place - farthest);
        int longest = LzxHashChains.HASHED - 1;
        int candidate = chains.first(place);
        for (int tries = MAX_TRIES; tries > 0 && candidate >= lowest; tries--) {
            int length = commonIfLonger(place, candidate, longest, limit);
            if (length > longest) {
                longest = length;
                int offset = place - candidate;
                best = better(best, prices.match(place, LzxSlots.of(offset), offset, length));
            }
            if (longest >= Math.min(limit, LONG_ENOUGH)) {
                break;
            }
            candidate = chains.further(candidate);
        }
        return best;
    }

    private static @Nullable LzxMatch better(@Nullable LzxMatch best, LzxMatch match) {
        return match.gain() > (best == null ? 0 : best.gain()) ? match : best;
    }

    private int commonIfLonger(int place, int candidate, int longest, int limit) {
        if (history.get(candidate + longest) != history.get(place + longest)) {
            return 0;
        }
        return history.common(place, place - candidate, limit);
    }
}

package io.oemingest.core.format.cabinet;

import org.jspecify.annotations.Nullable;

/** Turns frames into literals and matches. A match waits while the one at the next byte is better. */
final class LzxParser {
    /** A match that is not worth the time to look for a better one. */
    private static final int LONG_ENOUGH = 64;

    private final LzxMatchFinder finder;
    private final LzxHistory history;
    private final LzxRecentOffsets recent;
    private final LzxTokens tokens;

    LzxParser(LzxHistory history, LzxMatchFinder finder, LzxRecentOffsets recent, LzxTokens tokens) {
        this.history = history;
        this.finder = finder;
        this.recent = recent;
        this.tokens = tokens;
    }

    /** Fills the tokens with the frame from {@code start} to the end of the history. */
    void parse(int start) {
        tokens.clear();
        int place = start;
        LzxMatch match = find(place);
        while (place < history.end()) {
            if (match == null) {
                tokens.addLiteral(history.get(place++));
                match = find(place);
                continue;
            }
            LzxMatch next = match.length() < LONG_ENOUGH ? find(place + 1) : null;
            if (next != null && next.gain() > match.gain()) {
                tokens.addLiteral(history.get(place++));
                match = next;
            } else {
                add(match);
                place += match.length();
                match = find(place);
            }
        }
        finder.endFrame();
    }

    private @Nullable LzxMatch find(int place) {
        return place < history.end() ? finder.find(place) : null;
    }

    private void add(LzxMatch match) {
        int slot = match.slot();
        int extra = slot < LzxSlots.FIRST_NEW ? 0 : match.offset() - LzxSlots.firstOffset(slot);
        tokens.addMatch(slot, match.length(), extra);
        recent.use(slot, match.offset());
    }
}

package io.oemingest.emulator.port;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Immutable records under a key. A record never changes in place: it is replaced as a whole, and only by someone who
 * has seen the record that is replaced. Safe for threads.
 */
public interface RecordStore<R> {

    /** The record, or null if there is none under this key. */
    @Nullable
    R find(String key);

    /** Stores a record under a free key; answers false and stores nothing if the key is taken. */
    boolean insert(String key, R entry);

    /** Replaces {@code seen} by {@code next}; answers false and changes nothing if another record is there by now. */
    boolean replace(String key, R seen, R next);

    /** Removes the record, if there is one. */
    void remove(String key);

    /** All records in the order of their insertion, as of now. */
    List<R> all();
}

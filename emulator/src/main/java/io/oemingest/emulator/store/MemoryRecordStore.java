package io.oemingest.emulator.store;

import io.oemingest.emulator.port.RecordStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records in memory, gone with the process. Safe for threads. */
public final class MemoryRecordStore<R> implements RecordStore<R> {
    private final Map<String, R> entries = new LinkedHashMap<>();

    @Override
    public synchronized @Nullable R find(String key) {
        return entries.get(key);
    }

    @Override
    public synchronized boolean insert(String key, R entry) {
        return entries.putIfAbsent(key, entry) == null;
    }

    @Override
    public synchronized boolean replace(String key, R seen, R next) {
        return entries.replace(key, seen, next);
    }

    @Override
    public synchronized void remove(String key) {
        entries.remove(key);
    }

    @Override
    public synchronized List<R> all() {
        return List.copyOf(entries.values());
    }
}

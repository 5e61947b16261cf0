package io.oemingest.emulator.engine;

import io.oemingest.emulator.port.RecordStore;
import io.oemingest.emulator.store.MemoryRecordStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Records in memory, and how many were looked at. */
final class CountingStore<R> implements RecordStore<R> {
    private final RecordStore<R> store = new MemoryRecordStore<>();
    private final AtomicLong reads = new AtomicLong();

    long reads() {
        return reads.get();
    }

    @Override
    public @Nullable R find(String key) {
        reads.incrementAndGet();
        return store.find(key);
    }

    @Override
    public boolean insert(String key, R entry) {
        return store.insert(key, entry);
    }

    @Override
    public boolean replace(String key, R seen, R next) {
        return store.replace(key, seen, next);
    }

    @Override
    public void remove(String key) {
        store.remove(key);
    }

    @Override
    public List<R> all() {
        List<R> all = store.all();
        reads.addAndGet(all.size());
        return all;
    }
}

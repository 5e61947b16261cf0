package io.oemingest.bench.signing;

import com.sun.management.OperatingSystemMXBean;
import io.oemingest.bench.Cost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many threads that share the work on all packages. */
final class Workers implements AutoCloseable {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e9;

    private final int count;
    private final ExecutorService threads;

    Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    int count() {
        return count;
    }

    /** Work on one package, by its name. */
    @FunctionalInterface
    interface Job {
        void run(String name) throws Exception;
    }

    /** The cost of all jobs, with everything that the JVM does meanwhile. */
    Cost run(List<String> names, Job job) throws IOException {
        long wall = System.nanoTime();
        long cpu = SYSTEM.getProcessCpuTime();
        List<Future<?>> running = new ArrayList<>();
        for (String name : names) {
            running.add(threads.submit(() -> {
                job.run(name);
                return name;
            }));
        }
        for (Future<?> each : running) {
            await(each);
        }
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }

    private static void await(Future<?> job) throws IOException {
        try {
            job.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

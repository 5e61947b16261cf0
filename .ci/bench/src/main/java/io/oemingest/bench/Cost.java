package io.oemingest.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a piece of work took: seconds of processor time, and of time on the clock. */
public record Cost(double cpu, double wall) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e9;

    /** Something whose cost can be told. */
    @FunctionalInterface
    public interface Work {
        Cost run() throws IOException;
    }

    /** Something to be done in this thread. */
    @FunctionalInterface
    public interface Task {
        void run() throws IOException;
    }

    /** The cost of a task, without what other threads (compiler, collector) do meanwhile. */
    public static Cost of(Task task) throws IOException {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        task.run();
        long cpuEnd = THREADS.getCurrentThreadCpuTime();
        return new Cost((cpuEnd - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }

    /** The median of one part of several costs. */
    public static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream().mapToDouble(part).sorted().toArray()[costs.size() / 2];
    }
}

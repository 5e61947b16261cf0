package io.oemingest.bench.updates;

import io.oemingest.bench.Benchmark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Requests for update through the client: how long an OEM waits for each call when 10 to 10,000 of its requests are
 * there, beside the emptiest exchange over the same connection. That must not grow with the requests.
 */
public final class UpdateSpeed implements Benchmark {
    private static final int[] SIZES = {10, 100, 1_000, 10_000};
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 2_000;
    /** One round in so many creates a request, so that ten requests do not become many more. */
    private static final int CREATING = 4;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        try (RequestHistory history = new RequestHistory()) {
            history.growTo(SIZES[0]);
            measure(history, WARM_UP);
        }
        try (RequestHistory history = new RequestHistory()) {
            Map<String, Latencies> first = Map.of();
            Map<String, Latencies> last = Map.of();
            for (int size : SIZES) {
                history.growTo(size);
                last = measure(history, ROUNDS);
                first = first.isEmpty() ? last : first;
                tell(size, last, out);
            }
            compare(first, last, out);
        }
    }

    private static Map<String, Latencies> measure(RequestHistory history, int rounds) {
        Calls calls = new Calls(history);
        for (int i = 0; i < rounds; i++) {
            calls.makeAll(i % CREATING == 0);
        }
        return calls.taken();
    }

    private static void tell(int size, Map<String, Latencies> taken, PrintStream out) {
        double floor = median(taken, Calls.FLOOR);
        taken.forEach((call, times) -> out.printf(
                Locale.ROOT,
                "%-20s of %6d   median %6.3f ms   99 %% within %7.3f ms   %5.2f times the empty exchange%n",
                call,
                size,
                times.median(),
                times.percentile(99),
                times.median() / floor));
    }

    private static void compare(Map<String, Latencies> first, Map<String, Latencies> last, PrintStream out) {
        first.forEach((call, times) -> out.printf(
                Locale.ROOT,
                "%-20s median with the most / with the fewest requests %.2f%n",
                call,
                median(last, call) / times.median()));
    }

    private static double median(Map<String, Latencies> taken, String call) {
        return Objects.requireNonNull(taken.get(call), call).median();
    }
}

package io.oemingest.fuzz;

import io.oemingest.core.testing.hostile.HostileReader;
import io.oemingest.core.testing.hostile.HostileReaders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Fuzzes readers one after the other and prints a table. Arguments: the folder for corpora, logs and what escaped;
 * executions a reader; the readers' names with commas between them, or {@code all}; readers at a time.
 */
public final class FuzzRun {
    private FuzzRun() {}

    public static void main(String[] arguments) throws Exception {
        FuzzProcess process = new FuzzProcess(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        List<HostileReader> readers = arguments[2].equals("all")
                ? HostileReaders.all()
                : Stream.of(arguments[2].split(",")).map(HostileReaders::named).toList();
        System.out.println(FuzzOutcome.heading());
        ExecutorService jobs = Executors.newFixedThreadPool(Integer.parseInt(arguments[3]));
        List<Future<FuzzOutcome>> outcomes = new ArrayList<>();
        readers.forEach(reader -> outcomes.add(jobs.submit(() -> process.run(reader))));
        jobs.shutdown();
        boolean escaped = false;
        for (Future<FuzzOutcome> each : outcomes) {
            System.out.println(each.get().row());
            escaped |= !each.get().escape().isEmpty();
        }
        System.exit(escaped ? 1 : 0);
    }
}

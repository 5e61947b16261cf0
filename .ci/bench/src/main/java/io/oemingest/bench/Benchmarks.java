package io.oemingest.bench;

import io.oemingest.bench.baseline.BaselineComparison;
import io.oemingest.bench.cabinet.CabinetSpeed;
import io.oemingest.bench.cabinet.MemberCounts;
import io.oemingest.bench.ffu.FfuSpeed;
import io.oemingest.bench.packages.PackageFacts;
import io.oemingest.bench.signing.CacheSpeed;
import io.oemingest.bench.signing.LargePackage;
import io.oemingest.bench.signing.ProviderSpeed;
import io.oemingest.bench.signing.SigningSpeed;
import io.oemingest.bench.updates.UpdateSpeed;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the named benchmarks, or all: {@code Benchmarks FOLDER [NAME…]}; the folder is for files of a while. */
public final class Benchmarks {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("cabinet-speed", new CabinetSpeed());
        ALL.put("member-counts", new MemberCounts());
        ALL.put("baselines", new BaselineComparison());
        ALL.put("package-facts", new PackageFacts());
        ALL.put("ffu-speed", new FfuSpeed());
        ALL.put("updates", new UpdateSpeed());
        ALL.put("signing", new SigningSpeed());
        ALL.put("large-package", new LargePackage());
        ALL.put("providers", new ProviderSpeed());
        ALL.put("signed-cache", new CacheSpeed());
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        List<String> asked = List.of(arguments).subList(1, arguments.length);
        if (!ALL.keySet().containsAll(asked)) {
            throw new IllegalArgumentException("There are the benchmarks " + ALL.keySet() + ", not all of " + asked);
        }
        PrintStream out = System.out;
        out.println("Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
            if (asked.isEmpty() || asked.contains(benchmark.getKey())) {
                out.println("== " + benchmark.getKey());
                Path folder = Path.of(arguments[0], benchmark.getKey()).toAbsolutePath();
                run(benchmark.getValue(), folder, out);
            }
        }
    }

    private static void run(Benchmark benchmark, Path folder, PrintStream out) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        try {
            benchmark.run(folder, out);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

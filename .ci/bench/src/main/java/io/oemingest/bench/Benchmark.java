package io.oemingest.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** One set of figures. */
@FunctionalInterface
public interface Benchmark {
    /** Measures and prints; files may be made in the folder, which exists and is removed afterwards. */
    void run(Path folder, PrintStream out) throws IOException;
}

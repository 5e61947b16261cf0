package io.oemingest.fuzz;

import com.sun.management.ThreadMXBean;
import io.oemingest.core.testing.hostile.HostileReader;
import io.oemingest.core.testing.hostile.HostileReaders;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** What the fuzzer calls: one reader, chosen by name, whose memory is measured for every input. */
public final class FuzzTarget {
    /** All that one input may allocate, which bounds what it may hold at once. */
    private static final long MAX_ALLOCATED = 64L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static HostileReader reader;

    private FuzzTarget() {}

    /** Arguments: the reader's name, and the folder for its good files, which are made before anything is read. */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        reader = HostileReaders.named(arguments[0]);
        // Made here because what is signed is signed with keys of this process.
        new Corpus(reader).writeTo(Path.of(arguments[1]));
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        // A class that is loaded for the first time costs memory once; an input costs it again.
        if (allocated(input) > MAX_ALLOCATED) {
            long again = allocated(input);
            if (again > MAX_ALLOCATED) {
                throw new AssertionError(input.length + " bytes of input allocated " + again);
            }
        }
    }

    private static long allocated(byte[] input) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        reader.accepts(input);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}

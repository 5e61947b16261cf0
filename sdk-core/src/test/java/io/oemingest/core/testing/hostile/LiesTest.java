package io.oemingest.core.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Declared sizes, counts and offsets of every kind, lied about: each answer is the one in {@code hostile/lies.tsv}, and
 * is given at once and with little memory. Run with {@code -Doemingest.lies.update=true} to write that file anew, then
 * review the difference: what was refused must not become accepted.
 */
class LiesTest {
    private static final Path ANSWERS = Path.of("src/test/resources/hostile/lies.tsv");
    private static final long MAX_MILLIS = 2_000;
    /** What may be allocated for an input: this much, and this many bytes for each of its own. */
    private static final long MAX_ALLOCATED = 4 << 20;

    private static final long MAX_ALLOCATED_A_BYTE = 160;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void everyLieIsAnsweredAsItAlwaysWasAndCostsLittleTimeAndMemory() throws IOException {
        List<String> answers = new ArrayList<>();
        for (Lie lie : HostileLies.all()) {
            answers.add((lie + "\t" + answer(lie, lie.bytes().make())).replace("\n", "\\n"));
        }
        if (Boolean.getBoolean("oemingest.lies.update")) {
            Files.createDirectories(ANSWERS.getParent());
            Files.write(ANSWERS, answers);
        }
        Set<String> known = new LinkedHashSet<>(Files.readAllLines(ANSWERS));
        assertThat(answers.stream().filter(each -> !known.contains(each)).limit(20))
                .as("other answers than in %s; if they are right, write it anew and review the difference", ANSWERS)
                .isEmpty();
        assertThat(answers).hasSameSizeAs(known);
    }

    private static String answer(Lie lie, byte[] bytes) throws IOException {
        long allowed = MAX_ALLOCATED + MAX_ALLOCATED_A_BYTE * bytes.length;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        String answer = read(lie, bytes);
        if (THREADS.getCurrentThreadAllocatedBytes() - before > allowed) {
            // A class that is loaded for the first time costs memory once; a lie costs it again.
            before = THREADS.getCurrentThreadAllocatedBytes();
            read(lie, bytes);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                    .as("%s: allocated bytes", lie)
                    .isLessThanOrEqualTo(allowed);
        }
        return answer;
    }

    private static String read(Lie lie, byte[] bytes) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            HostileReaders.named(lie.reader()).reading().read(ByteSource.of(HostileReader.FILE, bytes));
            return "accepted";
        } catch (MalformedFileException e) {
            // What follows is told by the Java runtime, and each version has words of its own.
            return e.getMessage().replaceFirst("(?s)(is not well-formed XML).*", "$1");
        } catch (VerificationException e) {
            return e.problem().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage();
        } finally {
            assertThat((THREADS.getCurrentThreadCpuTime() - start) / 1_000_000)
                    .as("%s: milliseconds", lie)
                    .isLessThan(MAX_MILLIS);
        }
    }
}

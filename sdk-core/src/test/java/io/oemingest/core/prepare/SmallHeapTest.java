package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallHeapTest {
    @TempDir
    private Path folder;

    /** Four packages of 40 MiB each in a heap of 32 MiB. */
    @Test
    void preparesAndOpensMoreThanTheHeapHolds() throws Exception {
        Path output = folder.resolve("output.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapRun.class.getName(),
                        folder.toString(),
                        "4",
                        "40")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(run.exitValue()).as(text).isZero();
        assertThat(text).startsWith("4 packages, archive of 160 MiB");
    }
}

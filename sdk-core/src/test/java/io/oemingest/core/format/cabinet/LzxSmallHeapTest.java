package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LzxSmallHeapTest {
    @TempDir
    private Path folder;

    /** 64 MiB in a heap of 24 MiB. */
    @Test
    void packsMoreThanTheHeapHoldsWithTheLargestWindow() throws Exception {
        Path output = folder.resolve("output.txt");
        Path cabinet = folder.resolve("big.cab");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LzxSmallHeapRun.class.getName(),
                        cabinet.toString(),
                        "64")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor()).isZero();
        assertThat(Files.readString(output, StandardCharsets.UTF_8).strip())
                .isEqualTo(Long.toString(Files.size(cabinet)));
    }
}

package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LargeSubmissionTest {
    @TempDir
    Path folder;

    @Test
    void passesThroughTwoJvmsAndTellsSizesTimesAndHeaps() throws Exception {
        Output output = Output.of(() -> assertThat(
                        new CommandLine(new LargeSubmission()).execute("--size", "4m", "--folder", folder.toString()))
                .isZero());

        assertThat(output.text().replaceAll("\\d+\\.\\d s", "N s")).matches("""
                         *N s  packages made and test-signed: 4194304 bytes in 8 files
                         *N s  emulator started at http://127.0.0.1:\\d+/
                         *N s  prepared: \\d+ bytes
                         *N s  submitted: TKT-SIGN-TEST-\\w{6}
                         *N s  outcome: Signed
                         *N s  retrieved and verified: \\d+ bytes
                         *N s  client ended with exit code 0
                        peak heap of the client:   (\\d+ MiB, \\d+ MiB of it not garbage,|no collection was needed) of 64 MiB
                        peak heap of the emulator: (\\d+ MiB, \\d+ MiB of it not garbage,|no collection was needed) of 128 MiB
                        """);
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThat(new CommandLine(new LargeSubmission())
                        .setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()))
                        .execute("--size", "much"))
                .isEqualTo(2);
    }
}

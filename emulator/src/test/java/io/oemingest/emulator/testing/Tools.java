package io.oemingest.emulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Signing tools that nobody here wrote, as judges of what is signed. */
public final class Tools {
    private Tools() {}

    /** What a program says that must succeed; skips the test if it is not installed. */
    public static String succeed(Object... command) throws IOException, InterruptedException {
        List<String> words = Stream.of(command).map(Object::toString).toList();
        Assumptions.assumeTrue(
                Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, words.get(0)))),
                () -> words.get(0) + ": skipped, not installed");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("no_proxy", "*");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words + ": " + output).isZero();
        return output;
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest ffu truncate}: cuts off what signing does not need. */
@Command(
        name = "truncate",
        description = "Write an image up to the chunk in which its first store begins, which is enough to sign it.")
final class FfuTruncateCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FfuFacts facts = new FfuFacts();

    @Parameters(paramLabel = "IMAGE", description = "FFU image.")
    private Path image = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "New file for the beginning of the image.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(image)) {
            TruncatedFfu.read(source, FormatLimits.defaults()).writeTo(output);
        }
        facts.print(console, output);
        return ExitCode.OK;
    }
}

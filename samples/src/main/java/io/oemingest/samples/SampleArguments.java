package io.oemingest.samples;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.ingest.Roots;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a sample was told: {@code [WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]}.
 *
 * @param workFolder where archives and made-up packages go
 * @param realInput an OEM's own packages instead of made-up ones
 * @param roots who test-signed them
 */
public record SampleArguments(
        Path workFolder, @Nullable Path realInput, @Nullable Path roots) {

    /** Takes a program's arguments. @throws IllegalArgumentException if they are too many, or an input comes without roots */
    public static SampleArguments of(String sample, String... args) {
        if (args.length > 3 || args.length == 2) {
            throw new IllegalArgumentException("Arguments: [WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]");
        }
        Path work = args.length == 0 ? Path.of("samples", "target", sample) : Path.of(args[0]);
        return new SampleArguments(
                work.toAbsolutePath(),
                args.length == 3 ? Path.of(args[1]).toAbsolutePath() : null,
                args.length == 3 ? Path.of(args[2]) : null);
    }

    /** Starts an emulator on a free port, which also believes the roots of the real input. */
    public IngestionEmulator emulator() throws IOException {
        EmulatorOptions.Builder options = IngestionEmulator.builder();
        if (roots != null) {
            Roots.read(roots).forEach(options::trustInputRoot);
        }
        return options.start();
    }

    /** The real input, or made-up packages that this emulator's input authority has test-signed. */
    public SampleInput input(IngestionEmulator emulator) throws IOException {
        return realInput != null
                ? SampleInput.of(realInput)
                : new SamplePackages(emulator::inputSigner, CabinetCompression.MSZIP)
                        .writeTo(workFolder.resolve("input"), ContosoPhone.packages());
    }
}

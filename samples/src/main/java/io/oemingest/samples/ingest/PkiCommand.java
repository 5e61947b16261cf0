package io.oemingest.samples.ingest;

import io.oemingest.emulator.signing.KeyKind;
import io.oemingest.emulator.signing.PkiExport;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.PkiReport;
import io.oemingest.emulator.signing.TestPki;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest pki}: keys and certificates that only test. */
@Command(name = "pki", description = "Make, show and export the keys and certificates that only test.")
final class PkiCommand extends CommandGroup {
    @Mixin
    private final Console console = new Console();

    @Command(name = "create", description = "Make all keys in a folder that has none.")
    int create(
            @Option(names = "--folder", required = true, paramLabel = "DIR", description = "Where the keys are kept.")
                    Path folder,
            @Option(
                            names = "--instance",
                            defaultValue = "ingest",
                            paramLabel = "NAME",
                            description = "Stands in every subject (default ${DEFAULT-VALUE}).")
                    String instance,
            @Option(
                            names = "--keys",
                            defaultValue = "rsa-2048",
                            paramLabel = "KIND",
                            converter = KeyKindConverter.class,
                            description =
                                    "Keys of signers: rsa-2048 (default, as phones have), rsa-3072, rsa-4096 or p-256.")
                    KeyKind keys)
            throws IOException {
        PkiOptions options = PkiOptions.of(instance, keys);
        if (TestPki.isKept(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        TestPki.open(folder, options, new SecureRandom(), InstantSource.system());
        console.out().printf("%s: keys made, TEST ONLY%n", folder);
        return ExitCode.OK;
    }

    @Command(name = "show", description = "List subjects, usages, fingerprints and validity.")
    int show(
            @Option(names = "--folder", required = true, paramLabel = "DIR", description = "Where the keys are kept.")
                    Path folder,
            @Option(names = "--json", description = "Print a JSON object.") boolean json)
            throws IOException {
        PkiReport report = PkiReport.of(kept(folder));
        console.out().print(json ? report.toJson() : report.toText());
        return ExitCode.OK;
    }

    @Command(
            name = "export",
            description = {
                "Write roots and certificates, and the keys that test-sign, for other tools.",
                "The keys are PKCS#12 files with the password '" + PkiExport.PASSWORD
                        + "'. Keys of the emulated service" + " stay where they are."
            })
    int export(
            @Option(names = "--folder", required = true, paramLabel = "DIR", description = "Where the keys are kept.")
                    Path folder,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "DIR",
                            description = "Where the files go; no file there is overwritten.")
                    Path out)
            throws IOException {
        List<Path> written = PkiExport.write(kept(folder), out);
        written.forEach(file -> console.out().println(file));
        return ExitCode.OK;
    }

    private static TestPki kept(Path folder) throws IOException {
        if (!TestPki.isKept(folder)) {
            throw new NoSuchFileException(folder.resolve("input.p12").toString());
        }
        return TestPki.open(folder, PkiOptions.defaults("ingest"), new SecureRandom(), InstantSource.system());
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestFileSigner;
import io.oemingest.emulator.signing.TestInputSigner;
import io.oemingest.emulator.signing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest sign}: test-signs packages and single files as an OEM's build does before it submits them, without the kit. */
@Command(
        name = "sign",
        description = {
            "Test-sign packages, with the images and catalogs in them, as a build does before submission; also single PE"
                    + " files and catalogs, and FFU images and their catalogs, which get the platform key.",
            "An emulator that is started with '--data DIR' believes signatures by the keys in DIR/pki."
        })
final class SignCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to sign, or folders of nothing else.")
    private List<Path> files = List.of();

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder of test keys, such as 'pki' in the data folder of an emulator. Keys that only test are"
                            + " made there if there are none.")
    private Path keys = Path.of("");

    @ArgGroup(multiplicity = "1")
    private final Target target = new Target();

    /** Where signed files go. */
    private static final class Target {
        @Option(
                names = "--output",
                required = true,
                paramLabel = "DIR",
                description = "Where the signed files go; files in the way stay as they are.")
        private @Nullable Path output;

        @Option(names = "--in-place", required = true, description = "Put the signed files in the place of these.")
        private boolean inPlace;

        /** Null puts the signed files in the place of the others. */
        @Nullable
        Path folder() {
            return inPlace ? null : output;
        }
    }

    @Option(
            names = "--signer",
            paramLabel = "NAME",
            description =
                    "OEM (default), HAL, PP, PPL, APP or Microsoft-System: the usages of the signer, which decide who signs"
                            + " in the end.")
    private EkuProfile signer = EkuProfile.OEM;

    @Option(
            names = "--image",
            paramLabel = "FILE=SIGNER",
            description = "A signer of its own for images of this name, as in halext.dll=HAL; may be repeated.")
    private Map<String, EkuProfile> images = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        TestPki pki = TestPki.open(keys, PkiOptions.defaults("ingest"), new SecureRandom(), InstantSource.system());
        TestInputSigner signing = new TestInputSigner(pki.input(), signer, InstantSource.system());
        for (Map.Entry<String, EkuProfile> each : images.entrySet()) {
            signing = signing.withImage(each.getKey(), each.getValue());
        }
        TestFileSigner all = new TestFileSigner(signing);
        Path folder = target.folder();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new FileVisits(console).eachBelow(files, file -> sign(all, file, folder));
    }

    private int sign(TestFileSigner signing, Path file, @Nullable Path folder) throws IOException {
        Path signed = folder == null ? file : folder.resolve(file.getFileName());
        EkuCombination ekus = folder == null ? signing.signInPlace(file) : signing.sign(file, signed);
        console.out().printf("%s: signed, EKUs %s (TEST ONLY)%n", signed, ekus);
        return ExitCode.OK;
    }
}

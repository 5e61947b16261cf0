package io.oemingest.samples;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestInputSigner;
import io.oemingest.emulator.signing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/**
 * Made-up packages, test-signed by an authority of their own.
 *
 * @param roots PEM file of that authority's root
 */
public record TestInput(TestPki pki, SampleInput files, Path roots) {
    /** All packages of the made-up phone. */
    public static TestInput acceptable(Path folder) throws IOException {
        return of(folder, ContosoPhone.packages());
    }

    /** One package that is marked Test. */
    public static TestInput refused(Path folder) throws IOException {
        return of(folder, List.of(ContosoPhone.testPackage()));
    }

    /** The package whose file name ends so. */
    public Path packageFile(String end) throws IOException {
        try (var files = Files.list(files().packages())) {
            return files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static TestInput of(Path folder, List<SamplePackage> packages) throws IOException {
        InstantSource time = InstantSource.system();
        TestPki pki = TestPki.create(PkiOptions.fast("another"), new SecureRandom(), time);
        SampleInput files = new SamplePackages(
                        profile -> new TestInputSigner(pki.input(), profile, time), CabinetCompression.MSZIP)
                .writeTo(folder, packages);
        return new TestInput(
                pki,
                files,
                Files.writeString(folder.resolve("roots.pem"), pki.input().rootPem()));
    }
}

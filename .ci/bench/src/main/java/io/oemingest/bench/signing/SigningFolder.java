package io.oemingest.bench.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.CodeSigner;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.SigningRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Unsigned packages in {@code in}, what was signed in {@code out}. */
final class SigningFolder {
    private static final int SIZE = 150_000;

    private final Path folder;
    private final SigningIdentity signer;
    private final PackageSigner packages;
    private final PackageVerifier verifier;

    SigningFolder(Path folder, Keys keys) throws IOException {
        this.folder = folder;
        this.signer = keys.packages();
        this.packages = new PackageSigner((part, name, now) -> signer, InstantSource.system(), FormatLimits.defaults());
        this.verifier = new PackageVerifier(keys.policy(), FormatLimits.defaults());
        for (String name : List.of("in", "out", "scratch")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    /** Makes packages of 150 kB without PE files, stored and not compressed, whose names are the answer. */
    List<String> make(int count) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[SIZE];
            new SplittableRandom(i).nextBytes(content);
            String name = "Contoso.Sample" + i + ".spkg";
            make(name, ByteSource.of("content", content));
            names.add(name);
        }
        return names;
    }

    /** Makes a package of one file. */
    void make(String name, ByteSource content) throws IOException {
        PackageManifest facts = PackageManifest.retail(PackageStyle.SPKG, PackageIdentity.of("Contoso", "Sample", null))
                .version(new FirmwareVersion(1, 0, 0, 0))
                .build();
        PackageWriter.of(facts)
                .compression(CabinetCompression.STORED)
                .file("\\Windows\\content.bin", content)
                .writeTo(folder.resolve("in/" + name), new SecurityCatalogBuilder(Clock.systemUTC()));
    }

    /** Signs the catalog inside, packs anew and signs the cabinet. */
    SignedPackage signPackage(String name) throws IOException {
        try (ByteSource source = ByteSource.open(folder.resolve("in/" + name))) {
            return packages.sign(
                    FirmwarePackage.read(source, FormatLimits.defaults()),
                    folder.resolve("out/" + name),
                    folder.resolve("scratch"));
        } catch (SigningRefusedException e) {
            throw new IOException(e);
        }
    }

    /** Signs the cabinet and leaves the catalog inside as it is. */
    void signCabinet(String name) throws IOException {
        try (ByteSource source = ByteSource.open(folder.resolve("in/" + name))) {
            CodeSigner.signCabinet(
                    Cabinet.read(source, FormatLimits.defaults()), signer, folder.resolve("out/" + name));
        }
    }

    /** Verifies cabinet and catalog, and every file by the catalog. */
    void verifyPackage(String name) throws Exception {
        try (ByteSource source = ByteSource.open(folder.resolve("out/" + name))) {
            verifier.verify(FirmwarePackage.read(source, FormatLimits.defaults()));
        }
    }

    void verifyCabinet(String name) throws Exception {
        try (ByteSource source = ByteSource.open(folder.resolve("out/" + name))) {
            verifier.verifyCabinet(Cabinet.read(source, FormatLimits.defaults()));
        }
    }

    /**
     * Sets aside what was signed. Nothing is deleted: a file system that avoids the places of files that were deleted a moment
     * ago would make every new file dear.
     */
    void clearOut() throws IOException {
        Path out = folder.resolve("out");
        Files.move(out, Files.createTempDirectory(folder, "before").resolve("out"));
        Files.createDirectory(out);
    }
}

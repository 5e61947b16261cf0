package io.oemingest.emulator.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CodeSigner;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SigningIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Test-signs what an OEM's build makes, each file as its content asks: packages, PE files and catalogs by a profile, FFU
 * images, whole or truncated, and their catalogs with the platform key. Immutable, safe for threads.
 */
public final class TestFileSigner {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    private final TestInputSigner packages;
    private final HashTableCatalogBuilder catalogs;

    /** Signs packages by {@code packages}, single files by its profile and images with the platform key of its authority. */
    public TestFileSigner(TestInputSigner packages) {
        this.packages = packages;
        this.catalogs = new HashTableCatalogBuilder(packages.time());
    }

    /**
     * Writes a signed copy; {@code target} must not exist, its folder must.
     *
     * @return the usages that it was signed with
     * @throws MalformedFileException if the file is none of these kinds, or damaged
     */
    public EkuCombination sign(Path file, Path target) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            if (Cabinet.isCabinet(source)) {
                return packages.sign(file, target).ekus();
            }
            if (PeImage.isPe(source)) {
                CodeSigner.signImage(PeImage.read(source, LIMITS), packages.signer(), target);
                return packages.signer().ekus();
            }
            if (FfuImage.isFfu(source)) {
                return signImage(TruncatedFfu.read(source, LIMITS), target);
            }
            if (SecurityCatalog.isCatalog(source)) {
                return signCatalog(source, target);
            }
        }
        throw new MalformedFileException(
                Location.ofFile(String.valueOf(file.getFileName())),
                "is neither package, PE file, catalog nor FFU image");
    }

    /** Puts a signed copy, once it is whole, in the file's place. @throws MalformedFileException as {@link #sign}, and the file stays */
    public EkuCombination signInPlace(Path file) throws IOException {
        Path real = file.toRealPath(); // a link stays one
        Path folder = Files.createTempDirectory(Objects.requireNonNull(real.getParent()), ".signing");
        Path copy = folder.resolve(Objects.requireNonNull(real.getFileName()));
        try {
            EkuCombination ekus = sign(real, copy);
            Files.move(copy, real, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return ekus;
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private EkuCombination signImage(TruncatedFfu image, Path target) throws IOException {
        SigningIdentity key = packages.platformKey();
        byte[] catalog = catalogs.sign(image.catalog(), key);
        new FfuCatalogArea(catalogs, ProgressListener.NONE)
                .write(image, ByteSource.of("test-signed catalog", catalog), target);
        return key.ekus();
    }

    private EkuCombination signCatalog(ByteSource source, Path target) throws IOException {
        SecurityCatalog catalog = SecurityCatalog.read(source, LIMITS);
        SigningIdentity key = catalog.isOfHashTable() ? packages.platformKey() : packages.signer();
        Files.write(target, CodeSigner.signCatalog(catalog, key), StandardOpenOption.CREATE_NEW);
        return key.ekus();
    }
}

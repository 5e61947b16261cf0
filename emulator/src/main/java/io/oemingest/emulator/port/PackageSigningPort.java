package io.oemingest.emulator.port;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All cryptography the engine needs. Safe for threads; every method reads its input from the start. */
public interface PackageSigningPort {

    /** The kinds of signature that this signer makes. */
    EkuProfiles profiles();

    /**
     * Judges a package that came for signing (PKG-18).
     *
     * @throws PackageRefusedException if it is not test-signed by a trusted test root, or not intact
     * @throws io.oemingest.core.format.MalformedFileException if it is no package
     */
    InputSignature inspect(ByteSource firmwarePackage) throws PackageRefusedException, IOException;

    /**
     * Signs one package anew with the certificates whose EKU combinations its parts carry now, and leaves everything
     * else byte for byte. {@code target} must not exist; {@code scratch} is an empty folder for unfinished parts.
     *
     * @param instead for the package and what in it has its combination or no signature; null leaves it at that
     * @throws PackageRefusedException as {@link #inspect}, or if there is no certificate for a combination
     */
    OutputSignature sign(ByteSource firmwarePackage, Path target, Path scratch, @Nullable EkuProfile instead)
            throws PackageRefusedException, IOException;

    /** Signs the catalog of an image with the platform key, whoever signed it before. {@code target} must not exist. */
    OutputSignature signFfuCatalog(ByteSource catalog, Path target) throws IOException;

    /** A detached CMS signature in DER over the manifest of a signed archive. */
    byte[] signManifest(byte[] manifest) throws IOException;
}

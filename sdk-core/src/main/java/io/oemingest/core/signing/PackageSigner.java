package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Signs a package anew in the order of the platform's own tools: PE files, then the catalog over them, then the cabinet
 * around all. Everything else stays byte for byte, also a cabinet among the files, for which in retail packages the catalog
 * alone vouches. Keeps up to 8 MiB of the unpacked package in memory, and the rest in scratch space. Immutable, safe for
 * threads.
 */
public final class PackageSigner {
    private final SignerChooser chooser;
    private final InstantSource time;
    private final FormatLimits limits;

    /** Signs with whom {@code chooser} names; a catalog that has to say something new says it was issued at {@code time}. */
    public PackageSigner(SignerChooser chooser, InstantSource time, FormatLimits limits) {
        this.chooser = chooser;
        this.time = time;
        this.limits = limits;
    }

    /**
     * Writes a signed copy of a package, packed the way it is. Its present signatures are not verified.
     *
     * @param target must not exist; there is nothing left of it on failure
     * @param scratch an existing folder, which is as empty afterwards as before
     * @throws SigningRefusedException if the chooser names nobody, or the catalog does not list a PE file
     */
    public SignedPackage sign(FirmwarePackage firmware, Path target, Path scratch)
            throws IOException, SigningRefusedException {
        try (SigningRun run = new SigningRun(firmware, chooser, limits, scratch)) {
            run.signImages();
            run.signCatalog(time.instant());
            return run.signCabinet(target);
        }
    }
}

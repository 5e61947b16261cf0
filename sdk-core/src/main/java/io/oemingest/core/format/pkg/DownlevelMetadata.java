package io.oemingest.core.format.pkg;

import java.util.List;

/**
 * The CBS form that a package for phones on their way to Windows 10 carries along, as an unsigned cabinet among its files.
 *
 * @param devicePath the file of the package that holds it
 * @param identity what the file is called
 * @param manifest its {@code update.mum}
 * @param mappings where each file of the package lies in the component store
 */
public record DownlevelMetadata(
        String devicePath, AssemblyIdentity identity, PackageManifest manifest, List<Mapping> mappings) {

    public DownlevelMetadata {
        mappings = List.copyOf(mappings);
    }

    /** A path on the device, and that of the same file in the component store. */
    public record Mapping(String devicePath, String storePath) {}
}

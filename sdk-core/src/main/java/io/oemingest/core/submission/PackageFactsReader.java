package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.CodeSignatures;
import java.io.IOException;

/** Takes from a package what rules and manifests need; its list of files, which may be long, is not kept. */
final class PackageFactsReader {
    private PackageFactsReader() {}

    static PackageFacts read(FileFacts file, ByteSource content, FormatLimits limits) throws IOException {
        FirmwarePackage found = FirmwarePackage.read(content, limits);
        PackageManifest manifest = found.manifest();
        CodeSignature signature = CodeSignatures.ofCabinet(found.cabinet(), limits);
        return new PackageFacts(
                file,
                manifest.name(),
                manifest.style(),
                manifest.identity(),
                manifest.version(),
                attributes(manifest),
                signature == null ? null : signature.ekus(),
                PackageDetailsReader.read(found, limits));
    }

    static PackageAttributes attributes(PackageManifest manifest) {
        return new PackageAttributes(
                manifest.ownerType(),
                manifest.releaseType(),
                manifest.partition(),
                manifest.platform(),
                manifest.removal(),
                manifest.binaryPartition());
    }
}

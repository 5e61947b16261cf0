package io.oemingest.core.inspect;

import io.oemingest.core.format.pkg.PackageFile;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.internal.wire.InspectedFileJson;
import io.oemingest.core.internal.wire.InspectedPartJson;
import io.oemingest.core.internal.wire.InspectedSignatureJson;
import io.oemingest.core.internal.wire.InspectedUsageJson;
import io.oemingest.core.internal.wire.InspectionCatalogJson;
import io.oemingest.core.internal.wire.InspectionJson;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.SignerCertificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns an inspection into its JSON records. */
final class InspectionWire {
    private InspectionWire() {}

    static InspectionJson toJson(PackageInspection facts) {
        PackageManifest manifest = facts.manifest();
        InspectedCatalog catalog = facts.catalog();
        return new InspectionJson(
                facts.file(),
                facts.size(),
                facts.sha256().hex(),
                manifest.name(),
                manifest.style().text(),
                manifest.version().toString(),
                manifest.ownerType(),
                manifest.releaseType(),
                manifest.partition(),
                manifest.platform(),
                manifest.cpuType(),
                manifest.buildType(),
                manifest.removal(),
                manifest.binaryPartition(),
                manifest.files().stream().map(InspectionWire::file).toList(),
                new InspectionCatalogJson(
                        catalog.member(), catalog.version(), catalog.entries(), catalog.packageName()),
                facts.parts().stream().map(InspectionWire::part).toList());
    }

    private static InspectedFileJson file(PackageFile file) {
        return new InspectedFileJson(file.fileType(), file.devicePath(), file.cabPath(), file.size());
    }

    private static InspectedPartJson part(InspectedPart part) {
        return new InspectedPartJson(
                part.part().name().toLowerCase(Locale.ROOT), part.name(), signature(part.signature()));
    }

    private static @Nullable InspectedSignatureJson signature(@Nullable CodeSignature signature) {
        return signature == null ? null : present(signature);
    }

    private static InspectedSignatureJson present(CodeSignature signature) {
        SignerCertificate signer = signature.signer();
        return new InspectedSignatureJson(
                signer.subject(),
                signer.issuer(),
                signer.serial(),
                signer.thumbprint(),
                signer.notBefore(),
                signer.notAfter(),
                signer.ekuOids().stream()
                        .map(oid -> new InspectedUsageJson(oid, EkuNames.nameOf(oid)))
                        .toList(),
                signature.digestAlgorithm() == null
                        ? null
                        : signature.digestAlgorithm().jcaName(),
                signature.timestamp(),
                signature.nested().stream().map(InspectionWire::present).toList());
    }
}

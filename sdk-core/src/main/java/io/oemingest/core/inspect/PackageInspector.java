package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.signing.CodeSignatures;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SignedPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gathers the facts of one package. Images are unpacked to a temporary file one by one. */
final class PackageInspector {
    private static final int MZ = 2;

    private final FirmwarePackage subject;
    private final FormatLimits limits;
    private final List<InspectedPart> parts = new ArrayList<>();

    PackageInspector(FirmwarePackage subject, FormatLimits limits) {
        this.subject = subject;
        this.limits = limits;
    }

    PackageInspection inspect() throws IOException {
        ByteSource source = subject.source();
        String catalogName = subject.catalogMember().name();
        SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of(catalogName, subject.catalogBytes()), limits);
        parts.add(new InspectedPart(
                SignedPart.CABINET, subject.fileName(), CodeSignatures.ofCabinet(subject.cabinet(), limits)));
        parts.add(new InspectedPart(SignedPart.CATALOG, catalogName, catalog.signature()));
        subject.cabinet().forEachMember(this::addImage);
        return new PackageInspection(
                subject.fileName(),
                source.size(),
                Digest.sha256(source),
                subject.manifest(),
                subject.cbs(),
                subject.deviceTargeting(),
                subject.problems(),
                new InspectedCatalog(
                        catalogName, catalog.version(), catalog.members().size(), catalog.packageName()),
                parts);
    }

    private void addImage(CabinetMember member, InputStream content) throws IOException {
        byte[] start = content.readNBytes(MZ);
        if (start.length < MZ || start[0] != 'M' || start[1] != 'Z') {
            return;
        }
        Path unpacked = Files.createTempFile("inspect", ".bin");
        try {
            try (OutputStream out = Files.newOutputStream(unpacked)) {
                out.write(start);
                content.transferTo(out);
            }
            addUnpacked(member, unpacked);
        } finally {
            Files.delete(unpacked);
        }
    }

    private void addUnpacked(CabinetMember member, Path unpacked) throws IOException {
        try (ByteSource file = ByteSource.open(unpacked)) {
            ByteSource named = file.slice(subject.fileName() + "/" + member.name(), 0, file.size());
            if (PeImage.isPe(named)) {
                PeImage image = PeImage.read(named, limits);
                parts.add(new InspectedPart(SignedPart.PE, member.name(), CodeSignatures.ofPe(image, limits)));
            }
        }
    }
}

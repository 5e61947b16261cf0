package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.internal.io.ByteSources;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.signing.CatalogEditor.Change;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signing of one package, with its unpacked files in a scratch folder. */
final class SigningRun implements Closeable {
    private final FirmwarePackage firmware;
    private final SignerChooser chooser;
    private final FormatLimits limits;
    private final Path folder;
    private final Map<CabinetMember, Path> contents = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    SigningRun(FirmwarePackage firmware, SignerChooser chooser, FormatLimits limits, Path scratch) throws IOException {
        this.firmware = firmware;
        this.chooser = chooser;
        this.limits = limits;
        this.folder = Files.createTempDirectory(scratch, "signing");
    }

    void signImages() throws IOException, SigningRefusedException {
        firmware.cabinet().forEachMember((member, content) -> {
            Path file = folder.resolve("member" + contents.size());
            Files.copy(content, file);
            contents.put(member, file);
        });
        for (CabinetMember member : firmware.cabinet().members()) {
            try (ByteSource source = ByteSource.open(content(member))) {
                if (PeImage.isPe(source)) {
                    contents.put(member, signImage(member, source));
                }
            }
        }
    }

    private Path signImage(CabinetMember member, ByteSource source) throws IOException, SigningRefusedException {
        PeImage image = PeImage.read(source, limits);
        SigningIdentity signer = chooser.choose(SignedPart.PE, member.name(), CodeSignatures.ofPe(image, limits));
        Path target = folder.resolve(content(member).getFileName() + ".signed");
        CodeSigner.signImage(image, signer, target);
        try (ByteSource signed = ByteSource.open(target)) {
            changes.add(new Change(
                    CatalogSubject.of(member.name(), source, limits),
                    CatalogSubject.of(member.name(), signed, limits)));
        }
        Files.delete(content(member));
        return target;
    }

    void signCatalog(Instant time) throws IOException, SigningRefusedException {
        CabinetMember member = firmware.catalogMember();
        SecurityCatalog catalog = SecurityCatalog.read(
                ByteSource.of(firmware.fileName() + "/" + member.name(), firmware.catalogBytes()), limits);
        checkListed(catalog);
        SigningIdentity signer = chooser.choose(SignedPart.CATALOG, member.name(), catalog.signature());
        byte[] list = CatalogEditor.replace(catalog.list(), changes, time);
        Files.write(content(member), MessageWriter.code(Oids.CTL, list, signer));
    }

    private void checkListed(SecurityCatalog catalog) throws SigningRefusedException {
        for (Change change : changes) {
            String before = change.before().sha256().hex();
            if (catalog.members().stream().noneMatch(entry -> entry.tag().equals(before))) {
                throw new SigningRefusedException(
                        Location.ofPart(firmware.fileName(), change.before().name()),
                        "the catalog does not list this file by SHA-256");
            }
        }
    }

    SignedPackage signCabinet(Path target) throws IOException, SigningRefusedException {
        Path unsigned = folder.resolve("unsigned.cab");
        writeUnsigned(unsigned);
        SigningIdentity signer = chooser.choose(
                SignedPart.CABINET, firmware.fileName(), CodeSignatures.ofCabinet(firmware.cabinet(), limits));
        try (ByteSource source = ByteSource.open(unsigned)) {
            CodeSigner.signCabinet(Cabinet.read(source, limits), signer, target);
        }
        try (ByteSource signed = ByteSource.open(target)) {
            return new SignedPackage(
                    target,
                    Digest.sha256(firmware.source()),
                    Digest.sha256(signed),
                    signer.ekus(),
                    SignerCertificate.of(signer.certificate()).thumbprint());
        }
    }

    private void writeUnsigned(Path target) throws IOException {
        List<CabinetMember> members = firmware.cabinet().members().stream()
                .sorted(Comparator.comparingInt(CabinetMember::folder))
                .toList();
        CabinetMember first = members.get(0);
        CabinetWriter writer = CabinetWriter.create(firmware.cabinet().compression(first));
        int folder = first.folder();
        for (CabinetMember member : members) {
            if (member.folder() != folder) {
                folder = member.folder();
                writer.startFolder(firmware.cabinet().compression(member));
            }
            // A package may have more files than a process may have open.
            writer.add(member, ByteSources.ofFileOnDemand(content(member)));
        }
        writer.writeTo(target);
    }

    private Path content(CabinetMember member) throws IOException {
        Path file = contents.get(member);
        if (file == null) {
            throw new IOException("The file '" + member.name() + "' was not unpacked");
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}

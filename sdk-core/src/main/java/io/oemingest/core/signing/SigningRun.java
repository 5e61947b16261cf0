package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.signing.CatalogEditor.Change;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signing of one package, with what of its unpacked files does not fit into little memory in a scratch folder. */
final class SigningRun implements Closeable {
    private static final int IN_MEMORY = 8 << 20;

    private final FirmwarePackage firmware;
    private final SignerChooser chooser;
    private final FormatLimits limits;
    private final MemberSpool spool;
    private final Map<CabinetMember, ByteSource> contents = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    SigningRun(FirmwarePackage firmware, SignerChooser chooser, FormatLimits limits, Path scratch) {
        this.firmware = firmware;
        this.chooser = chooser;
        this.limits = limits;
        this.spool = new MemberSpool(IN_MEMORY, scratch);
    }

    void signImages() throws IOException, SigningRefusedException {
        firmware.cabinet().forEachMember((member, content) -> {
            String name = firmware.fileName() + "/" + member.name();
            contents.put(member, spool.keep(name, content, member.size()));
        });
        for (CabinetMember member : firmware.cabinet().members()) {
            ByteSource source = content(member);
            if (PeImage.isPe(source)) {
                contents.put(member, signedImage(member, source));
            }
        }
    }

    private ByteSource signedImage(CabinetMember member, ByteSource source)
            throws IOException, SigningRefusedException {
        PeImage image = PeImage.read(source, limits);
        SigningIdentity signer = chooser.choose(SignedPart.PE, member.name(), CodeSignatures.ofPe(image, limits));
        ByteSource signed = image.signed(CodeSigner.ofImage(image, signer));
        changes.add(new Change(
                CatalogSubject.of(member.name(), source, limits), CatalogSubject.of(member.name(), signed, limits)));
        return signed;
    }

    void signCatalog(Instant time) throws IOException, SigningRefusedException {
        CabinetMember member = firmware.catalogMember();
        SecurityCatalog catalog = SecurityCatalog.read(content(member), limits);
        checkListed(catalog);
        SigningIdentity signer = chooser.choose(SignedPart.CATALOG, member.name(), catalog.signature());
        byte[] list = CatalogEditor.replace(catalog.list(), changes, time);
        contents.put(member, ByteSource.of(member.name(), MessageWriter.code(Oids.CTL, list, signer)));
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
        SigningIdentity signer = chooser.choose(
                SignedPart.CABINET, firmware.fileName(), CodeSignatures.ofCabinet(firmware.cabinet(), limits));
        packed().writeSigned(target, digest -> CodeSigner.ofCabinet(digest, signer));
        try (ByteSource signed = ByteSource.open(target)) {
            return new SignedPackage(
                    target,
                    Digest.sha256(firmware.source()),
                    Digest.sha256(signed),
                    signer.ekus(),
                    SignerCertificate.of(signer.certificate()).thumbprint());
        }
    }

    private CabinetWriter packed() throws IOException {
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
            writer.add(member, content(member));
        }
        return writer;
    }

    private ByteSource content(CabinetMember member) throws IOException {
        ByteSource content = contents.get(member);
        if (content == null) {
            throw new IOException("The file '" + member.name() + "' was not unpacked");
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}

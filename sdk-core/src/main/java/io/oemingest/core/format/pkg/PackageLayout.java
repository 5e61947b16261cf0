package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which members make a cabinet a package, and whether they fit the manifest. */
record PackageLayout(Cabinet cabinet, PackageStyle style, CabinetMember manifestMember, CabinetMember catalogMember) {
    static final String SPKG_MANIFEST = "man.dsm.xml";
    static final String SPKG_CATALOG = "content.cat";
    static final String CBS_MANIFEST = "update.mum";
    static final String CBS_CATALOG = "update.cat";

    private static final String CONTAINER_INDEX = "_manifest_.cix.xml";

    static PackageLayout of(Cabinet cabinet) throws MalformedFileException {
        for (String name : new String[] {DiffPackage.MANIFEST, CONTAINER_INDEX}) {
            if (cabinet.find(name) != null) {
                throw malformed(cabinet, null, "has a member '" + name + "': difference packages are not accepted");
            }
        }
        CabinetMember cbs = cabinet.find(CBS_MANIFEST);
        if (cbs != null) {
            return new PackageLayout(cabinet, PackageStyle.CBS, cbs, catalog(cabinet, CBS_CATALOG));
        }
        CabinetMember spkg = cabinet.find(SPKG_MANIFEST);
        if (spkg != null) {
            return new PackageLayout(cabinet, PackageStyle.SPKG, spkg, catalog(cabinet, SPKG_CATALOG));
        }
        throw malformed(
                cabinet,
                null,
                "is a cabinet but no package: it has neither '" + SPKG_MANIFEST + "' nor '" + CBS_MANIFEST + "'");
    }

    private static CabinetMember catalog(Cabinet cabinet, String name) throws MalformedFileException {
        CabinetMember member = cabinet.find(name);
        if (member == null) {
            throw malformed(cabinet, null, "has no catalog '" + name + "'");
        }
        return member;
    }

    /** The manifest in memory, named so that complaints lead to it. */
    ByteSource manifestText(FormatLimits limits) throws IOException {
        String name = cabinet.source().name() + "/" + manifestMember.name();
        return ByteSource.of(name, cabinet.readAll(manifestMember, limits.maxInMemory()));
    }

    /** A member's content in memory, named so that complaints lead to it. */
    ByteSource text(CabinetMember member, InputStream content, FormatLimits limits) throws IOException {
        if (member.size() > limits.maxInMemory()) {
            throw malformed(
                    cabinet,
                    member.name(),
                    "has " + member.size() + " bytes, at most " + limits.maxInMemory() + " are allowed");
        }
        return ByteSource.of(cabinet.source().name() + "/" + member.name(), content.readAllBytes());
    }

    void check(PackageManifest manifest) throws IOException {
        Set<String> named = new HashSet<>();
        for (PackageFile file : manifest.files()) {
            named.add(key(member(file)));
        }
        if (style == PackageStyle.SPKG) {
            checkNothingElse(named);
            checkOne("Manifest", manifestMember, manifest);
            checkOne("Catalog", catalogMember, manifest);
            checkSizes(manifest);
        }
    }

    private CabinetMember member(PackageFile file) throws MalformedFileException {
        CabinetMember member = cabinet.find(file.cabPath());
        if (member == null) {
            throw malformed(cabinet, file.cabPath(), "the manifest names a member that the cabinet does not have");
        }
        return member;
    }

    private void checkOne(String fileType, CabinetMember member, PackageManifest manifest)
            throws MalformedFileException {
        List<PackageFile> entries = manifest.files().stream()
                .filter(file -> file.fileType().equalsIgnoreCase(fileType))
                .toList();
        if (entries.size() != 1 || !entries.get(0).cabPath().equalsIgnoreCase(member.name())) {
            throw malformed(
                    cabinet,
                    member.name(),
                    "the manifest has " + entries.size() + " entries of type " + fileType
                            + ", expected one, for this member");
        }
    }

    // Signing changes manifest, catalog and PE files; everything else is exact in every real package. Not so in CBS
    // packages, whose manifests declare sizes of earlier build steps.
    private void checkSizes(PackageManifest manifest) throws IOException {
        Map<String, Long> grown = new HashMap<>();
        for (PackageFile file : manifest.files()) {
            CabinetMember member = member(file);
            if (!file.isMetadata() && file.size() != member.size()) {
                grown.put(key(member), file.size());
            }
        }
        if (!grown.isEmpty()) {
            // One pass over the data, however many members differ.
            cabinet.forEachMember((member, content) -> checkGrown(member, content, grown.get(key(member))));
        }
    }

    private void checkGrown(CabinetMember member, InputStream content, @Nullable Long declared) throws IOException {
        if (declared != null && !(content.read() == 'M' && content.read() == 'Z')) {
            throw malformed(
                    cabinet, member.name(), "has " + member.size() + " bytes, the manifest declares " + declared);
        }
    }

    private void checkNothingElse(Set<String> named) throws MalformedFileException {
        for (CabinetMember member : cabinet.members()) {
            if (!named.contains(key(member))) {
                throw malformed(cabinet, member.name(), "the manifest does not name this member");
            }
        }
    }

    private static String key(CabinetMember member) {
        return member.name().replace('/', '\\').toLowerCase(Locale.ROOT);
    }

    private static MalformedFileException malformed(Cabinet cabinet, @Nullable String part, String problem) {
        String file = cabinet.source().name();
        return new MalformedFileException(part == null ? Location.ofFile(file) : Location.ofPart(file, part), problem);
    }
}

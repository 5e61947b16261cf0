package io.oemingest.core.format.pkg;

import io.oemingest.core.format.image.RegistryFile;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Puts a package with {@code man.dsm.xml} together. */
final class SpkgBuild {
    // The catalog and the manifest have taken the numbers 0 and 1.
    private static final int FIRST_NUMBER = 2;
    private static final int SHORT_BASE = 7;

    private final PackageManifest facts;
    private final List<PackageContent> contents;
    private final PackageMembers payload = new PackageMembers();
    private final List<PackageFile> files = new ArrayList<>();

    SpkgBuild(PackageManifest facts, List<PackageContent> contents, List<RegistryValue> registry) {
        this.facts = facts;
        this.contents = new ArrayList<>(contents);
        if (!registry.isEmpty()) {
            String path = "\\Windows\\Packages\\RegistryFiles\\" + facts.name() + ".reg";
            ByteSource text = ByteSource.of(path, new RegistryFile(registry).toBytes());
            this.contents.add(new PackageContent("Registry", path, DsmWriter.attributes("Registry"), text));
        }
    }

    /**
     * The manifest declares its own length with the sizes of both manifest and catalog as 0, and the length of the
     * catalog before signing; so both are made twice.
     */
    PackageMembers members(CatalogMaker catalogs) throws IOException {
        addPayload();
        byte[] draft = manifest(0, 0);
        byte[] draftCatalog = catalogs.unsignedCatalog(facts.name(), subjects(draft));
        byte[] manifest = manifest(draft.length, draftCatalog.length);
        byte[] catalog = catalogs.unsignedCatalog(facts.name(), subjects(manifest));
        if (catalog.length != draftCatalog.length) {
            throw new IOException("The catalog of " + facts.name() + " has " + catalog.length + " bytes, before it had "
                    + draftCatalog.length);
        }
        PackageMembers members = new PackageMembers();
        members.addCatalog(PackageLayout.SPKG_CATALOG, catalog);
        members.add(PackageLayout.SPKG_MANIFEST, manifest);
        members.addAll(payload);
        return members;
    }

    private void addPayload() throws IOException {
        int number = FIRST_NUMBER;
        for (PackageContent each : contents) {
            String cabPath = shortName(number++, each.fileName());
            payload.add(cabPath, each.content());
            files.add(file(each, cabPath));
        }
    }

    private List<CatalogSubject> subjects(byte[] manifest) throws IOException {
        PackageMembers all = new PackageMembers();
        all.add(PackageLayout.SPKG_MANIFEST, manifest);
        all.addAll(payload);
        return all.subjects();
    }

    private byte[] manifest(long manifestSize, long catalogSize) {
        List<PackageFile> all = new ArrayList<>(files);
        all.add(metadata(
                FileType.MANIFEST,
                MetadataRules.MANIFEST_FOLDER + facts.name() + ".dsm.xml",
                PackageLayout.SPKG_MANIFEST,
                manifestSize));
        all.add(metadata(
                FileType.CATALOG,
                MetadataRules.CATALOG_FOLDER + facts.name() + ".cat",
                PackageLayout.SPKG_CATALOG,
                catalogSize));
        return DsmWriter.write(facts.toBuilder().files(all).build());
    }

    private static PackageFile file(PackageContent content, String cabPath) {
        long size = content.content().size();
        return new PackageFile(
                content.fileType(),
                content.devicePath(),
                cabPath,
                content.attributes(),
                size,
                size,
                size,
                null,
                null,
                null);
    }

    private static PackageFile metadata(FileType type, String devicePath, String cabPath, long size) {
        String attributes = DsmWriter.attributes(type.text());
        return new PackageFile(type.text(), devicePath, cabPath, attributes, size, size, size, null, null, null);
    }

    /** {@code 2_OEMServ.exe} for the first file {@code OEMServiceHost.exe}. */
    static String shortName(int number, String fileName) {
        int dot = fileName.lastIndexOf('.');
        String base = dot < 0 ? fileName : fileName.substring(0, dot);
        String extension = dot < 0 ? "" : fileName.substring(dot);
        String cut = base.substring(0, Math.min(base.length(), SHORT_BASE));
        return number + "_" + (cut + extension).replaceAll("[^!-~]", "_");
    }
}

package io.oemingest.core.format.pkg;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.model.CpuType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a package with {@code update.mum} together: one component for files, one for registry values. */
final class CbsBuild {
    private static final String CATALOG_PATH =
            "\\Windows\\System32\\catroot\\{F750E6C3-38EE-11D1-85E5-00C04FC295EE}\\update.cat";

    private final PackageManifest facts;
    private final List<PackageContent> contents;
    private final List<RegistryValue> registry;
    private final AssemblyIdentity assembly;
    private final PackageMembers payload = new PackageMembers();
    private final List<PackageFile> files = new ArrayList<>();

    CbsBuild(PackageManifest facts, List<PackageContent> contents, List<RegistryValue> registry) {
        this.facts = facts;
        this.contents = contents;
        this.registry = registry;
        this.assembly = AssemblyIdentity.component(
                        facts.name(),
                        facts.version(),
                        architecture(facts.cpuType()),
                        Objects.requireNonNullElse(facts.publicKeyToken(), AssemblyIdentity.DEFAULT_TOKEN))
                .withLanguage(facts.identity().culture());
    }

    private static String architecture(@Nullable String cpuType) {
        CpuType known = CpuType.parseOrNull(cpuType);
        return known != null
                ? known.cbsText()
                : Objects.requireNonNullElse(cpuType, "arm").toLowerCase(Locale.ROOT);
    }

    /** The manifest declares the catalog's length before signing; the catalog lists the manifest; so it is made twice. */
    PackageMembers members(CatalogMaker catalogs) throws IOException {
        if (!facts.removal()) {
            addComponents();
        }
        byte[] draft = catalogs.unsignedCatalog(facts.name(), subjects(manifest(0)));
        byte[] manifest = manifest(draft.length);
        byte[] catalog = catalogs.unsignedCatalog(facts.name(), subjects(manifest));
        if (catalog.length != draft.length) {
            throw new IOException("The catalog of " + facts.name() + " has " + catalog.length + " bytes, before it had "
                    + draft.length);
        }
        PackageMembers members = new PackageMembers();
        members.add(PackageLayout.CBS_MANIFEST, manifest);
        members.addCatalog(PackageLayout.CBS_CATALOG, catalog);
        members.addAll(payload);
        return members;
    }

    private List<CatalogSubject> subjects(byte[] manifest) throws IOException {
        PackageMembers all = new PackageMembers();
        all.add(PackageLayout.CBS_MANIFEST, manifest);
        all.addAll(payload);
        return all.subjects();
    }

    private byte[] manifest(long catalogSize) {
        List<PackageFile> all = new ArrayList<>();
        // The manifest cannot know its own size and says 0, as real ones do.
        all.add(file("\\update.mum", PackageLayout.CBS_MANIFEST, 0));
        all.add(file(CATALOG_PATH, PackageLayout.CBS_CATALOG, catalogSize));
        all.addAll(files);
        return MumWriter.write(facts.toBuilder().files(all).build(), assembly);
    }

    private void addComponents() throws IOException {
        List<AssemblyIdentity> components = new ArrayList<>();
        if (!contents.isEmpty() || registry.isEmpty()) {
            components.add(addFiles(assembly.withName(facts.name() + "0")));
        }
        if (!registry.isEmpty()) {
            AssemblyIdentity component = assembly.withName(facts.name() + "1");
            addManifest(component, ComponentWriter.registry(component, registry));
            components.add(component);
        }
        AssemblyIdentity deployment = assembly.withName(facts.name() + ".Deployment");
        addManifest(deployment, ComponentWriter.deployment(deployment, components));
    }

    private AssemblyIdentity addFiles(AssemblyIdentity component) throws IOException {
        Map<PackageContent, CatalogSubject> subjects = new LinkedHashMap<>();
        for (PackageContent each : contents) {
            String cabPath = component.keyform() + each.devicePath();
            CatalogSubject subject = payload.add(cabPath, each.content());
            subjects.put(each, subject);
            long size = each.content().size();
            files.add(new PackageFile(
                    each.fileType(), each.devicePath(), cabPath, null, size, size, size, null, null, subject.sha256()));
        }
        addManifest(component, ComponentWriter.files(component, subjects));
        return component;
    }

    private void addManifest(AssemblyIdentity component, byte[] text) throws IOException {
        String name = component.keyform() + ".manifest";
        payload.add(name, text);
        files.add(file(name, name, text.length));
    }

    private static PackageFile file(String devicePath, String cabPath, long size) {
        return new PackageFile("Regular", devicePath, cabPath, null, size, size, size, null, null, null);
    }
}

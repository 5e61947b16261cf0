package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A package file ({@code .spkg}, {@code .spkr}, CBS {@code .cab}, {@code .cbsr}): a cabinet with a manifest and a
 * catalog. Signatures and digests are not checked here. Safe for threads.
 */
public final class FirmwarePackage {
    private final Cabinet cabinet;
    private final PackageLayout layout;
    private final PackageManifest manifest;
    private final @Nullable CbsFacts cbs;
    private final Digest manifestDigest;
    private final List<PackageProblem> problems;
    private final FormatLimits limits;

    private FirmwarePackage(PackageLayout layout, FormatLimits limits) throws IOException {
        this.cabinet = layout.cabinet();
        this.layout = layout;
        this.limits = limits;
        ByteSource text = layout.manifestText(limits);
        CbsDocument document = layout.style() == PackageStyle.CBS ? CbsReader.read(text, limits) : null;
        this.manifest = document == null ? DsmReader.read(text, limits) : document.manifest();
        this.cbs = document == null ? null : document.facts();
        this.manifestDigest = Digest.sha256(text);
        layout.check(manifest);
        List<PackageProblem> all = new ArrayList<>(manifest.problems());
        all.addAll(MetadataRules.problems(manifest, layout.manifestMember().size()));
        this.problems = List.copyOf(all);
    }

    /**
     * Reads the manifest and checks that the members fit it. The source stays the caller's and must stay open.
     *
     * @throws io.oemingest.core.format.MalformedFileException if this is no cabinet, no package, or one whose members and manifest disagree
     */
    public static FirmwarePackage read(ByteSource source, FormatLimits limits) throws IOException {
        return new FirmwarePackage(PackageLayout.of(Cabinet.read(source, limits)), limits);
    }

    /** Whether the cabinet has a member that makes it a package; nothing else is checked. */
    public static boolean isPackage(Cabinet cabinet) {
        return cabinet.find(PackageLayout.CBS_MANIFEST) != null || cabinet.find(PackageLayout.SPKG_MANIFEST) != null;
    }

    public String fileName() {
        return source().name();
    }

    public ByteSource source() {
        return cabinet.source();
    }

    public Cabinet cabinet() {
        return cabinet;
    }

    public PackageManifest manifest() {
        return manifest;
    }

    /** In what the package differs from what the package tools would build; empty for every good package. */
    public List<PackageProblem> problems() {
        return problems;
    }

    /** What only CBS packages say, null for others. */
    public @Nullable CbsFacts cbs() {
        return cbs;
    }

    /** Reads the manifests of all components of a CBS package, in the order of the cabinet, in one pass over its data. */
    public void forEachComponent(Component.Visitor visitor) throws IOException {
        if (cbs == null) {
            return;
        }
        cabinet.forEachMember((member, content) -> {
            if (member.name().toLowerCase(Locale.ROOT).endsWith(Component.ENDING)) {
                visitor.component(ComponentReader.read(member.name(), layout.text(member, content, limits), limits));
            }
        });
    }

    /**
     * The CBS form that a package of the earlier style carries along.
     *
     * @return null if it carries none
     */
    public @Nullable DownlevelMetadata downlevelMetadata() throws IOException {
        return cbs != null ? null : new DownlevelReader(cabinet, limits).find(manifest);
    }

    /** {@code man.dsm.xml} or {@code update.mum}. */
    public CabinetMember manifestMember() {
        return layout.manifestMember();
    }

    /** SHA-256 of the manifest's text, by which the catalog lists it. */
    public Digest manifestDigest() {
        return manifestDigest;
    }

    /** {@code content.cat} or {@code update.cat}. */
    public CabinetMember catalogMember() {
        return layout.catalogMember();
    }

    /** The security catalog as it is in the package, unpacked anew on each call. */
    public byte[] catalogBytes() throws IOException {
        return cabinet.readAll(catalogMember(), limits.maxInMemory());
    }

    /**
     * The targeting values that a package of customizations writes to the registry.
     *
     * @return null if this is no such package or it has no such values
     */
    public @Nullable DeviceTargeting deviceTargeting() throws IOException {
        return TargetingFinder.find(this, layout, limits);
    }
}

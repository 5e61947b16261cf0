package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import java.io.IOException;
import java.util.List;

/**
 * A difference package ({@code .spku}), which brings an installed package from one version to another: the manifest of
 * the target, and {@code dman.ddsm.xml} with what changes. No submission may hold one; it is read to say what it is.
 *
 * @param name as {@code dman.ddsm.xml} has it
 * @param sourceHash SHA-256 of the manifest of the source version
 * @param target the manifest of the target version
 * @param files what happens to each file that changes
 * @param problems in what the package differs from what the package tools would build
 */
public record DiffPackage(
        String name,
        FirmwareVersion sourceVersion,
        FirmwareVersion targetVersion,
        Digest sourceHash,
        PackageManifest target,
        List<DiffFile> files,
        List<DiffProblem> problems) {
    static final String MANIFEST = "dman.ddsm.xml";

    /** A rule of difference packages that this one breaks. */
    public record DiffProblem(Kind kind, String text) {}

    /** The rules of difference packages. */
    public enum Kind {
        /** The names of difference and target are not the same. */
        NAME,
        /** The source version is not lower than the target version, or the latter not that of the target. */
        VERSION,
        /** There is not exactly one entry for the target's manifest, at the manifest's place. */
        TARGET_DSM,
        /** The difference type of a file is none of the closed set. */
        DIFF_TYPE,
        /** A removed file is in the target, or another one is not, or it changes into or from the content of a partition. */
        TARGET_FILE,
        /** A member that a file names is not in the cabinet. */
        MEMBER
    }

    public DiffPackage {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Whether a cabinet is a difference package of this style; nothing else is checked. */
    public static boolean isDiff(Cabinet cabinet) {
        return cabinet.find(MANIFEST) != null;
    }

    /**
     * Reads both manifests. The source stays the caller's.
     *
     * @throws MalformedFileException if this is no cabinet, no difference package, or a manifest is not readable
     */
    public static DiffPackage read(ByteSource source, FormatLimits limits) throws IOException {
        Cabinet cabinet = Cabinet.read(source, limits);
        PackageManifest target = DsmReader.read(member(cabinet, PackageLayout.SPKG_MANIFEST, limits), limits);
        DiffPackage read = DiffReader.read(member(cabinet, MANIFEST, limits), target, limits);
        return read.with(DiffRules.problems(read, cabinet));
    }

    private static ByteSource member(Cabinet cabinet, String name, FormatLimits limits) throws IOException {
        CabinetMember member = cabinet.find(name);
        if (member == null) {
            throw new MalformedFileException(
                    Location.ofFile(cabinet.source().name()), "is no difference package: it has no '" + name + "'");
        }
        return ByteSource.of(
                cabinet.source().name() + "/" + member.name(), cabinet.readAll(member, limits.maxInMemory()));
    }

    private DiffPackage with(List<DiffProblem> found) {
        return new DiffPackage(name, sourceVersion, targetVersion, sourceHash, target, files, found);
    }
}

package io.oemingest.core.format.pkg;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.PackageStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Builds an unsigned package out of files. The same input gives the same bytes; contents are read when the package is
 * written, several times, and never held in memory. For one thread.
 */
public final class PackageWriter {
    private static final LocalDateTime FIXED = LocalDateTime.of(2016, 1, 1, 0, 0);
    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?:(?:ReadOnly|Hidden|System|Archive|Normal|Compressed)(?: (?!$)|$))+");

    private final PackageManifest facts;
    private final List<PackageContent> contents = new ArrayList<>();
    private final List<RegistryValue> registry = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private CabinetCompression compression = CabinetCompression.MSZIP;
    private LocalDateTime modified = FIXED;

    private PackageWriter(PackageManifest facts) {
        this.facts = facts;
    }

    /**
     * Starts a package that says {@code facts} about itself; the files are added here. Missing or unknown values are
     * written as they are.
     *
     * @throws IllegalArgumentException if a name breaks the limits of the format, or the style cannot express a fact
     */
    public static PackageWriter of(PackageManifest facts) {
        List<PackageProblem> problems = PackageLimits.problems(facts);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).text());
        }
        if (facts.removal() && facts.binaryPartition()) {
            throw new IllegalArgumentException("A package that fills a partition cannot be removed");
        }
        if (facts.style() == PackageStyle.CBS && facts.platform() != null) {
            throw new IllegalArgumentException("A CBS manifest has no platform");
        }
        return new PackageWriter(facts);
    }

    /**
     * Writes a package that brings nothing, so that a set of packages keeps the name of one that was retired.
     *
     * @throws IllegalArgumentException as {@link #of} does, or if the facts are those of a removal or of a partition
     */
    public static void writeEmpty(PackageManifest facts, Path target, CatalogMaker catalogs) throws IOException {
        if (facts.removal() || facts.binaryPartition()) {
            throw new IllegalArgumentException("An empty package neither removes another nor fills a partition");
        }
        of(facts).writeTo(target, catalogs);
    }

    /** {@code name.spkg}, {@code .spkr}, {@code .cab} or {@code .cbsr}. */
    public static String fileName(PackageManifest facts) {
        if (facts.style() == PackageStyle.SPKG) {
            return facts.name() + (facts.removal() ? ".spkr" : ".spkg");
        }
        return facts.name() + (facts.removal() ? ".cbsr" : ".cab");
    }

    /** Sets how the cabinet is packed, MSZIP unless set. */
    public PackageWriter compression(CabinetCompression value) {
        compression = value;
        return this;
    }

    /** Sets the date of all members, a fixed day of 2016 unless set. */
    public PackageWriter modified(LocalDateTime value) {
        modified = value;
        return this;
    }

    /** Adds a regular file. */
    public PackageWriter file(String devicePath, ByteSource content) {
        return file("Regular", devicePath, content);
    }

    /** Adds a file of another type of {@code man.dsm.xml}; CBS packages know no types. @throws IllegalArgumentException for a path that is unfit or used twice */
    public PackageWriter file(String fileType, String devicePath, ByteSource content) {
        return file(fileType, devicePath, DsmWriter.attributes(fileType), content);
    }

    /**
     * Adds a file with attributes of its own.
     *
     * @param attributes names separated by blanks: ReadOnly, Hidden, System, Archive, Normal, Compressed; CBS packages have none
     * @throws IllegalArgumentException as above, or for other attributes
     */
    public PackageWriter file(String fileType, String devicePath, String attributes, ByteSource content) {
        String problem = PackageLimits.problemOfPath(devicePath);
        if (problem != null) {
            throw new IllegalArgumentException("The device path '" + devicePath + "' " + problem);
        }
        if (!ATTRIBUTES.matcher(attributes).matches()) {
            throw new IllegalArgumentException("'" + attributes + "' are no file attributes that a package may have");
        }
        if (!paths.add(devicePath.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Two files have the device path '" + devicePath + "'");
        }
        contents.add(new PackageContent(fileType, devicePath, attributes, content));
        return this;
    }

    /** Adds registry values: one registry file in an SPKG package, a component in a CBS package. */
    public PackageWriter registry(List<RegistryValue> values) {
        registry.addAll(values);
        return this;
    }

    /**
     * Writes the package, replacing what is there.
     *
     * @throws IllegalStateException if a removal package was given content
     */
    public void writeTo(Path target, CatalogMaker catalogs) throws IOException {
        if (facts.removal() && !(contents.isEmpty() && registry.isEmpty())) {
            throw new IllegalStateException("A removal package has no content of its own");
        }
        PackageMembers members = facts.style() == PackageStyle.SPKG
                ? new SpkgBuild(facts, contents, registry).members(catalogs)
                : new CbsBuild(facts, contents, registry).members(catalogs);
        members.writeTo(target, compression, modified);
    }
}

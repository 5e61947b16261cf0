package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files inside a cabinet, a package or an archive, or the signature of one, to be listed and taken out. Signatures
 * and manifests are not judged. Immutable, safe for threads; the source stays the caller's and must stay open.
 */
public final class FileExtractor {
    private final String source;
    private final Contents contents;
    private final List<ContainedFile> files;

    private FileExtractor(String source, Contents contents, List<ContainedFile> files) {
        this.source = source;
        this.contents = contents;
        this.files = List.copyOf(files);
    }

    private static FileExtractor of(ByteSource source, Contents contents) {
        return new FileExtractor(source.name(), contents, contents.files());
    }

    /** Members of a cabinet or entries of an archive under their own names. @throws MalformedFileException if it is neither */
    public static FileExtractor open(ByteSource file, FormatLimits limits) throws IOException {
        if (Cabinet.isCabinet(file)) {
            return of(file, CabinetContents.of(Cabinet.read(file, limits)));
        }
        if (new Candidate(file, limits).startsWith("PK")) {
            return of(file, new ZipContents(StrictZip.read(file, limits)));
        }
        throw new MalformedFileException(
                Location.ofFile(file.name()), "holds no files to take out: it is no cabinet, package or archive");
    }

    /** The files of a package where the device has them, below a folder for the partition. @throws MalformedFileException if it is no package */
    public static FileExtractor openByDevicePath(ByteSource file, FormatLimits limits) throws IOException {
        return of(file, CabinetContents.byDevicePath(FirmwarePackage.read(file, limits)));
    }

    /** The PKCS#7 signature of a cabinet or image in DER, named like the file with {@code .p7}. @throws MalformedFileException if it is not signed */
    public static FileExtractor openSignature(ByteSource file, FormatLimits limits) throws IOException {
        return of(file, SignatureContents.of(file, limits));
    }

    /** In the order of the file. */
    public List<ContainedFile> files() {
        return files;
    }

    /**
     * The files of these names or targets alone; case does not matter, and both slashes are the same.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    public FileExtractor only(Collection<String> names) {
        List<ContainedFile> found = new ArrayList<>();
        for (String name : names) {
            List<ContainedFile> matches = files.stream()
                    .filter(each -> key(each.name()).equals(key(name))
                            || key(each.target()).equals(key(name)))
                    .toList();
            if (matches.isEmpty()) {
                throw new IllegalArgumentException("There is no file '" + name + "' in " + source);
            }
            matches.stream().filter(each -> !found.contains(each)).forEach(found::add);
        }
        return new FileExtractor(source, contents, found);
    }

    /**
     * One file in memory, called after this one with {@code !} between.
     *
     * @throws IllegalArgumentException if there is none of the name
     * @throws MalformedFileException if it has more than {@link FormatLimits#maxInMemory} bytes
     */
    public ByteSource load(String name, FormatLimits limits) throws IOException {
        ContainedFile file = only(List.of(name)).files().get(0);
        if (file.size() > limits.maxInMemory()) {
            throw new MalformedFileException(
                    Location.ofPart(source, file.name()),
                    "has " + file.size() + " bytes, more than the " + limits.maxInMemory() + " allowed in memory");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) file.size());
        contents.visit(Set.of(file.name()), (member, content) -> content.transferTo(bytes));
        return ByteSource.of(source + "!" + file.name(), bytes.toByteArray());
    }

    /** The list of files, to be shown. */
    public Inspection list() {
        Facts facts = new Facts();
        tell(facts);
        return new Inspection(new Inspector.Kind("contents", "what is inside"), source, facts.items());
    }

    /**
     * Writes the files into a folder, which is made if it is not there. Each appears whole or not at all; where the
     * listener throws, or a file turns out damaged, those before it stay.
     *
     * @param replace whether files that are there are written over
     * @return what was written, to be shown
     * @throws MalformedFileException if a name may not become a path, before anything is written
     * @throws java.nio.file.FileAlreadyExistsException if a file is there, before anything is written
     */
    public Inspection extractTo(Path folder, boolean replace, ProgressListener progress) throws IOException {
        ExtractionPlan plan = ExtractionPlan.of(source, files, folder);
        if (!replace) {
            plan.requireNothingThere();
        }
        new ExtractionRun(plan, replace, progress).run(contents);
        Facts facts = new Facts().put("folder", folder);
        tell(facts);
        return new Inspection(new Inspector.Kind("extraction", "extracted"), source, facts.items());
    }

    private void tell(Facts facts) {
        facts.table(
                        "files",
                        files,
                        (row, each) -> row.put("size", each.size())
                                .put("name", each.name())
                                .put(
                                        "target",
                                        new Value(
                                                each.target(), each.target().equals(each.name()) ? "" : each.target())))
                .put("totalFiles", files.size())
                .put(
                        "totalSize",
                        Value.bytes(
                                files.stream().mapToLong(ContainedFile::size).sum()));
    }

    static String key(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }
}

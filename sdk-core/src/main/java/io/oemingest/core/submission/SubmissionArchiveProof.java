package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.internal.zip.ZipEntryFacts;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the manifest of an archive against its entries; the archive is refused at the first difference. */
final class SubmissionArchiveProof {
    private final String archive;
    private final StrictZip zip;
    private final FormatLimits limits;
    private final FactsCollector collector;
    private final SubmissionManifest manifest;
    private final SubmissionContents contents;

    SubmissionArchiveProof(String archive, StrictZip zip, FormatLimits limits, ProgressListener progress)
            throws IOException {
        this.archive = archive;
        this.zip = zip;
        this.limits = limits;
        this.collector = new FactsCollector(limits, progress);
        this.manifest = readManifest(archive, zip, limits);
        requireSameNames();
        requireKinds();
        for (ManifestFile each : manifest.files()) {
            prove(each);
        }
        this.contents =
                collector.contents(manifest.kind(), List.of()).withSignAs(ManifestRows.signAs(manifest.files()));
        requireSameFacts();
    }

    SubmissionManifest manifest() {
        return manifest;
    }

    SubmissionContents contents() {
        return contents;
    }

    /** What the first entry says; nothing of it is proved. */
    static SubmissionManifest readManifest(String archive, StrictZip zip, FormatLimits limits) throws IOException {
        List<ZipEntryFacts> entries = zip.entries();
        if (entries.isEmpty() || !entries.get(0).name().equals(FileKind.MANIFEST)) {
            throw new MalformedFileException(
                    Location.ofPart(archive, FileKind.MANIFEST),
                    "must be the first entry: this is not a submission archive");
        }
        byte[] text = zip.readAll(entries.get(0), Math.min(limits.maxInMemory(), JsonFields.MAX_MANIFEST));
        return SubmissionManifestFormat.read(text, FileKind.MANIFEST);
    }

    private void requireSameNames() throws MalformedFileException {
        List<String> listed =
                manifest.files().stream().map(each -> each.file().path()).toList();
        List<String> present =
                zip.entries().stream().skip(1).map(ZipEntryFacts::name).toList();
        if (!listed.equals(present)) {
            List<String> differing = listed.size() > present.size() ? listed : present;
            int at = 0;
            while (at < listed.size() && at < present.size() && listed.get(at).equals(present.get(at))) {
                at++;
            }
            throw malformed(differing.get(at), "the manifest does not list the entries as they are, from here on");
        }
    }

    private void requireKinds() throws MalformedFileException {
        Map<FileKind, Integer> counts = new EnumMap<>(FileKind.class);
        for (ManifestFile each : manifest.files()) {
            if (FileKind.ofPath(each.file().path()) != each.kind()) {
                throw malformed(
                        each.file().path(),
                        "is no place for a file of the kind " + each.kind().text());
            }
            counts.merge(each.kind(), 1, Integer::sum);
        }
        new ArchiveForm(archive, manifest.kind()).check(counts.keySet());
    }

    private void prove(ManifestFile row) throws IOException {
        String path = row.file().path();
        ZipEntryFacts entry = zip.find(path);
        if (entry == null) {
            throw malformed(path, "is missing");
        }
        ByteSource content = row.kind().isStored()
                ? zip.stored(entry)
                : ByteSource.of(path, zip.readAll(entry, limits.maxInMemory()));
        FileFacts facts = collector.facts(path, content);
        if (!facts.equals(row.file())) {
            throw malformed(
                    path,
                    "has " + facts.size() + " bytes and the digest " + facts.sha256() + ", the manifest says "
                            + row.file().size() + " and " + row.file().sha256());
        }
        collector.add(facts, row.kind(), content);
    }

    private void requireSameFacts() throws MalformedFileException {
        Map<String, PackageFacts> listed = new HashMap<>();
        for (ManifestFile each : manifest.files()) {
            if (each.packageFacts() != null) {
                listed.put(each.file().path(), each.packageFacts());
            }
        }
        for (PackageFacts each : contents.packages()) {
            if (!each.withoutDetails().equals(listed.get(each.path()))) {
                throw malformed(each.path(), "is not the package that the manifest describes");
            }
        }
        if (contents.unreadable().isEmpty() && !contents.pairings().equals(manifest.pairings())) {
            throw malformed(FileKind.MANIFEST, "names other phones and operators than the packages do");
        }
    }

    private MalformedFileException malformed(String part, String problem) {
        return new MalformedFileException(Location.ofPart(archive, part), problem);
    }
}

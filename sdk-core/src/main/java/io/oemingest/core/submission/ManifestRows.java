package io.oemingest.core.submission;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.ManifestFileJson;
import io.oemingest.core.internal.wire.ManifestFileJson.ExtensionsJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a submission as rows of a manifest, in the order of their paths, to and from JSON. */
final class ManifestRows {
    private ManifestRows() {}

    /** Every file that gave facts. */
    static List<ManifestFile> of(SubmissionContents contents) {
        List<ManifestFile> rows = new ArrayList<>();
        ImageDocuments documents = contents.documents();
        add(FileKind.UPDATE_HISTORY, documents.updateHistory(), rows);
        add(FileKind.OEM_INPUT, documents.oemInput(), rows);
        add(FileKind.DEVICE_TARGETING, documents.targeting(), rows);
        add(FileKind.FFU_HEAD, documents.ffu(), rows);
        for (PackageFacts each : contents.packages()) {
            String signAs = contents.signAs().get(each.path());
            rows.add(new ManifestFile(FileKind.PACKAGE, each.file(), each, signAs));
        }
        return sorted(rows);
    }

    static List<ManifestFile> sorted(List<ManifestFile> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(each -> each.file().path()))
                .toList();
    }

    static ManifestFileJson toWire(ManifestFile row) {
        FileFacts file = row.file();
        return new ManifestFileJson(
                file.path(),
                row.kind().text(),
                file.size(),
                file.sha256().hex(),
                row.packageFacts() == null ? null : PackageRow.write(row.packageFacts()),
                row.signAs() == null ? null : new ExtensionsJson(row.signAs()));
    }

    /** The profiles that packages are to be signed as, by path. */
    static Map<String, String> signAs(Collection<ManifestFile> rows) {
        Map<String, String> wishes = new TreeMap<>();
        for (ManifestFile each : rows) {
            if (each.signAs() != null) {
                wishes.put(each.file().path(), each.signAs());
            }
        }
        return wishes;
    }

    /** The rows of the list at {@code $.files}. */
    static List<ManifestFile> toModel(JsonFields fields, List<ManifestFileJson> list) throws MalformedFileException {
        return fields.list("$.files", list, (path, each) -> toModel(fields, path, each));
    }

    private static ManifestFile toModel(JsonFields fields, String path, ManifestFileJson json)
            throws MalformedFileException {
        FileFacts file = fields.fileFacts(path, json.path(), json.size(), json.sha256());
        FileKind kind = fields.known(path + ".kind", json.kind(), FileKind::parseOrNull);
        if ((kind == FileKind.PACKAGE) != (json.firmwarePackage() != null)) {
            throw fields.malformed(path + ".firmwarePackage", "must be there for packages and for nothing else");
        }
        PackageFacts facts = json.firmwarePackage() == null
                ? null
                : PackageRow.read(fields, path + ".firmwarePackage", file, json.firmwarePackage());
        String signAs = json.extensions() == null ? null : json.extensions().signAs();
        if (facts == null && signAs != null) {
            throw fields.malformed(path + ".extensions.signAs", "must be there for packages alone");
        }
        return new ManifestFile(kind, file, facts, signAs);
    }

    private static void add(FileKind kind, @Nullable ReadDocument<?> document, List<ManifestFile> rows) {
        if (document != null) {
            rows.add(new ManifestFile(kind, document.file()));
        }
    }
}

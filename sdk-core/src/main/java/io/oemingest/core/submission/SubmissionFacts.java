package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CheckJson;
import io.oemingest.core.internal.wire.CheckJson.DocumentJson;
import io.oemingest.core.internal.wire.CheckJson.ProblemAtJson;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The facts of a submission as one JSON text, for a judge who has not got the files: {@code Check} of the ingestion API.
 * Documents travel whole, since they are small; of packages and images only the facts do.
 */
public final class SubmissionFacts {
    private SubmissionFacts() {}

    /**
     * Writes the facts; what {@link #read} makes of them is equal.
     *
     * @param files opens the documents among the files, which are read once more
     * @throws IOException if a document cannot be read, or is no longer the one whose facts these are
     */
    public static String write(SubmissionContents contents, FileOpener files) throws IOException {
        List<ManifestFile> rows = ManifestRows.of(contents);
        SubmissionKind kind = contents.kind();
        ReadDocument<FfuFacts> ffu = contents.documents().ffu();
        return Json.write(new CheckJson(
                JsonFields.FORMAT_VERSION,
                kind.type().text(),
                kind.context().text(),
                kind.product().text(),
                kind.baseline(),
                rows.stream().map(ManifestRows::toWire).toList(),
                contents.packages().stream().map(PackageDetailsFormat::toWire).toList(),
                documents(rows, files),
                ffu == null ? null : FfuFactsFormat.toWire(ffu.content()),
                contents.strays(),
                contents.unreadable().stream().map(SubmissionFacts::toWire).toList()));
    }

    /**
     * Reads facts; the stream stays open. Nothing in them is proved but that they can be true together.
     *
     * @throws io.oemingest.core.format.MalformedFileException naming {@code sourceName} and the JSON path of what does not fit
     */
    public static SubmissionContents read(InputStream in, String sourceName, FormatLimits limits) throws IOException {
        CheckJson json = Json.read(CheckJson.class, in, sourceName, limits);
        return new SubmissionFactsReader(json, new JsonFields(sourceName), limits).contents();
    }

    static ProblemAtJson toWire(UnreadableFile file) {
        return new ProblemAtJson(LocationJson.of(file.location()), file.problem());
    }

    private static List<DocumentJson> documents(List<ManifestFile> rows, FileOpener files) throws IOException {
        List<DocumentJson> documents = new ArrayList<>();
        for (ManifestFile each : rows) {
            if (!each.kind().isStored()) {
                documents.add(document(each.file(), files));
            }
        }
        return documents;
    }

    private static DocumentJson document(FileFacts file, FileOpener files) throws IOException {
        try (ByteSource source = files.open(file.path())) {
            byte[] text = source.readAll(Math.toIntExact(file.size()));
            if (!file.isOf(text)) {
                throw new IOException(file.path() + " changed since it was read");
            }
            return new DocumentJson(file.path(), Base64.getEncoder().encodeToString(text));
        }
    }
}

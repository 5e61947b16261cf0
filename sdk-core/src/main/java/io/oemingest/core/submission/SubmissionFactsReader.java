package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.image.ImageCustomizations;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.internal.wire.CheckJson;
import io.oemingest.core.internal.wire.CheckJson.DocumentJson;
import io.oemingest.core.internal.wire.PackageDetailsJson;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the facts of a submission out of their JSON: each row has what belongs to it, and nothing is without its row. */
final class SubmissionFactsReader {
    private final CheckJson json;
    private final JsonFields fields;
    private final FormatLimits limits;
    private final Map<String, ManifestFile> rows = new TreeMap<>();

    SubmissionFactsReader(CheckJson json, JsonFields fields, FormatLimits limits) throws MalformedFileException {
        this.json = json;
        this.fields = fields;
        this.limits = limits;
        fields.requireFormatVersion(json.formatVersion());
        for (ManifestFile each : ManifestRows.toModel(fields, json.files())) {
            String path = each.file().path();
            if (FileKind.ofPath(path) != each.kind() || each.kind() == FileKind.VALIDATION_REPORT) {
                throw fields.malformed("$.files", "'" + path + "' is no place for a file of this kind");
            }
            if (rows.put(path, each) != null) {
                throw fields.malformed("$.files", "'" + path + "' is given twice");
            }
        }
    }

    SubmissionContents contents() throws IOException {
        Map<String, String> signAs = ManifestRows.signAs(rows.values());
        SubmissionKind kind = kind();
        List<PackageFacts> packages = packages();
        ImageDocuments documents = documents();
        if (!rows.isEmpty()) {
            throw fields.malformed("$.files", "'" + rows.keySet().iterator().next() + "' has no content");
        }
        return new SubmissionContents(
                kind,
                documents,
                packages,
                json.strays(),
                fields.list("$.unreadable", json.unreadable(), fields::unreadable),
                signAs);
    }

    private SubmissionKind kind() throws MalformedFileException {
        SubmissionKind kind = new SubmissionKind(
                fields.known("$.type", json.type(), SubmissionType::parseOrNull),
                fields.known("$.context", json.context(), SubmissionContext::parseOrNull),
                fields.known("$.product", json.product(), ProductType::parseOrNull),
                json.baseline());
        String problem = kind.problem();
        if (problem != null) {
            throw fields.malformed("$", problem);
        }
        return kind;
    }

    private List<PackageFacts> packages() throws MalformedFileException {
        List<PackageFacts> packages = new ArrayList<>();
        for (PackageDetailsJson each : json.packages()) {
            String path = "$.packages[" + packages.size() + "]";
            PackageFacts facts = row(path, each.path()).packageFacts();
            if (facts == null) {
                throw fields.malformed(path, "'" + each.path() + "' is no package");
            }
            packages.add(facts.withDetails(new PackageDetailsFormat(fields, path).toModel(each)));
        }
        return packages;
    }

    private ImageDocuments documents() throws IOException {
        ReadDocument<UpdateHistory> history = null;
        ReadDocument<OemInput> input = null;
        ReadDocument<ImageCustomizations> targeting = null;
        for (int i = 0; i < json.documents().size(); i++) {
            String path = "$.documents[" + i + "]";
            DocumentJson document = json.documents().get(i);
            ManifestFile row = row(path, document.path());
            ByteSource text = text(path, row.file(), document.content());
            switch (row.kind()) {
                case UPDATE_HISTORY -> history = new ReadDocument<>(row.file(), UpdateHistory.read(text, limits));
                case OEM_INPUT -> input = new ReadDocument<>(row.file(), OemInput.read(text, limits));
                case DEVICE_TARGETING ->
                    targeting = new ReadDocument<>(row.file(), ImageCustomizations.read(text, limits));
                default -> throw fields.malformed(path, "'" + document.path() + "' is no document");
            }
        }
        return new ImageDocuments(history, input, targeting, ffu());
    }

    private @Nullable ReadDocument<FfuFacts> ffu() throws MalformedFileException {
        return json.ffu() == null
                ? null
                : new ReadDocument<>(
                        row("$.ffu", FileKind.FFU_HEAD_PATH).file(), FfuFactsFormat.toModel(fields, json.ffu()));
    }

    /** The row of a file, which no other part may name again. */
    private ManifestFile row(String path, String file) throws MalformedFileException {
        ManifestFile row = rows.remove(file);
        if (row == null) {
            throw fields.malformed(path, "'" + file + "' is not among the files, or named again");
        }
        return row;
    }

    private ByteSource text(String path, FileFacts file, String base64) throws MalformedFileException {
        byte[] text = fields.value(path + ".content", base64, Base64.getDecoder()::decode);
        if (!file.isOf(text)) {
            throw fields.malformed(path + ".content", "is not the file that the row describes");
        }
        return ByteSource.of(file.path(), text);
    }
}

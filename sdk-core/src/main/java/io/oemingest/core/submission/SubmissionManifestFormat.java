package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.PairingJson;
import io.oemingest.core.internal.wire.SubmissionManifestJson;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code submission.json} to and from its bytes. */
final class SubmissionManifestFormat {
    private SubmissionManifestFormat() {}

    static byte[] write(SubmissionManifest manifest) {
        SubmissionKind kind = manifest.kind();
        SubmissionManifestJson json = new SubmissionManifestJson(
                JsonFields.FORMAT_VERSION,
                kind.type().text(),
                kind.context().text(),
                kind.product().text(),
                kind.baseline(),
                manifest.clientName(),
                manifest.clientVersion(),
                manifest.pairings().stream()
                        .map(each -> new PairingJson(each.manufacturer(), each.modelName(), each.operatorName()))
                        .toList(),
                manifest.files().stream().map(ManifestRows::toWire).toList());
        return Json.writeIndented(json).getBytes(StandardCharsets.UTF_8);
    }

    static SubmissionManifest read(byte[] text, String file) throws IOException {
        SubmissionManifestJson json =
                Json.read(SubmissionManifestJson.class, new ByteArrayInputStream(text), file, FormatLimits.defaults());
        JsonFields fields = new JsonFields(file);
        fields.requireFormatVersion(json.formatVersion());
        SubmissionKind kind = new SubmissionKind(
                fields.known("$.type", json.type(), SubmissionType::parseOrNull),
                fields.known("$.context", json.context(), SubmissionContext::parseOrNull),
                fields.known("$.product", json.product(), ProductType::parseOrNull),
                json.baseline());
        return new SubmissionManifest(
                kind,
                json.clientName(),
                json.clientVersion(),
                pairings(json),
                ManifestRows.toModel(fields, json.files()));
    }

    private static List<PhoneOperatorPairing> pairings(SubmissionManifestJson json) {
        return json.pairings().stream()
                .map(each -> new PhoneOperatorPairing(each.manufacturer(), each.modelName(), each.operatorName()))
                .toList();
    }
}

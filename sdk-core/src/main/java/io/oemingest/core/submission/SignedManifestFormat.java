package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SignedFileJson;
import io.oemingest.core.internal.wire.SignedManifestJson;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionTicket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code signed.json} to and from its bytes. */
final class SignedManifestFormat {
    private SignedManifestFormat() {}

    static byte[] write(SignedManifest manifest) {
        SignedManifestJson json = new SignedManifestJson(
                JsonFields.FORMAT_VERSION,
                manifest.ticket().id(),
                manifest.environment(),
                manifest.ruleSet(),
                manifest.signedAt(),
                manifest.files().stream().map(SignedManifestFormat::row).toList());
        return Json.writeIndented(json).getBytes(StandardCharsets.UTF_8);
    }

    static SignedManifest read(byte[] text, String file) throws IOException {
        SignedManifestJson json =
                Json.read(SignedManifestJson.class, new ByteArrayInputStream(text), file, FormatLimits.defaults());
        JsonFields fields = new JsonFields(file);
        fields.requireFormatVersion(json.formatVersion());
        List<SignedFile> files = new ArrayList<>();
        for (SignedFileJson each : json.files()) {
            files.add(row(fields, "$.files[" + files.size() + "]", each));
        }
        return new SignedManifest(
                fields.value("$.ticket", json.ticket(), SubmissionTicket::new),
                json.environment(),
                json.ruleSet(),
                json.signedAt(),
                files);
    }

    private static SignedFileJson row(SignedFile each) {
        return new SignedFileJson(
                each.file().path(),
                each.file().size(),
                each.input().hex(),
                each.file().sha256().hex(),
                each.ekus().toString(),
                each.signerThumbprint());
    }

    private static SignedFile row(JsonFields fields, String path, SignedFileJson json) throws IOException {
        return new SignedFile(
                fields.fileFacts(path, json.path(), json.size(), json.outputSha256()),
                fields.sha256(path + ".inputSha256", json.inputSha256()),
                fields.value(path + ".ekus", json.ekus(), EkuCombination::parse),
                json.signerThumbprint());
    }
}

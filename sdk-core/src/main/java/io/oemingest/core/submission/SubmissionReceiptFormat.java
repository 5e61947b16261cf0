package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SubmissionReceiptJson;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Receipts to and from their files. */
final class SubmissionReceiptFormat {
    private SubmissionReceiptFormat() {}

    static void write(SubmissionReceipt receipt, Path target) throws IOException {
        byte[] text = write(receipt);
        AtomicFiles.write(target, file -> Files.write(file, text));
    }

    static byte[] write(SubmissionReceipt receipt) {
        SubmissionReceiptJson json = new SubmissionReceiptJson(
                JsonFields.FORMAT_VERSION,
                receipt.service().toString(),
                receipt.archive().hex(),
                receipt.upload(),
                receipt.offset(),
                receipt.ticket() == null ? null : receipt.ticket().id());
        return Json.writeIndented(json).getBytes(StandardCharsets.UTF_8);
    }

    static SubmissionReceipt read(ByteSource source) throws IOException {
        SubmissionReceiptJson json =
                Json.read(SubmissionReceiptJson.class, source.stream(), source.name(), FormatLimits.defaults());
        JsonFields fields = new JsonFields(source.name());
        fields.requireFormatVersion(json.formatVersion());
        if (json.offset() < 0) {
            throw fields.malformed("$.offset", "is negative");
        }
        String ticket = json.ticket();
        return new SubmissionReceipt(
                fields.value("$.service", json.service(), URI::create),
                fields.sha256("$.archiveSha256", json.archiveSha256()),
                json.upload(),
                json.offset(),
                ticket == null ? null : fields.value("$.ticket", ticket, SubmissionTicket::new));
    }
}

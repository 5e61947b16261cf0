package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /v1/uploads}: announces uploads (tus 1.0.0, creation and concatenation). */
final class UploadsResource implements Resource {
    private static final String FINAL = "final;";

    private final IngestionEngine engine;

    UploadsResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST", "OPTIONS");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        if (call.method().equals("OPTIONS")) {
            return Answer.empty(204).with(Tus.capabilities(engine.describe().maxArchiveSize()));
        }
        Upload upload = create(call);
        return Answer.empty(201).with("Location", "/v1/uploads/" + upload.id()).with(Tus.progress(upload));
    }

    private Upload create(Call call) throws Refusal, HttpRefusal, IOException {
        Account account = call.account();
        Map<String, String> metadata = UploadMetadata.parse(call.list("Upload-Metadata"));
        String concat = call.header("Upload-Concat");
        if (concat == null) {
            return engine.createUpload(account, Tus.size(call, "Upload-Length"), metadata);
        }
        if (concat.equals("partial")) {
            return engine.createUploadPart(account, Tus.size(call, "Upload-Length"), metadata);
        }
        if (!concat.startsWith(FINAL) || call.header("Upload-Length") != null) {
            throw HttpRefusal.badRequest("Upload-Concat is 'partial', or 'final;' with parts and no Upload-Length.");
        }
        return engine.joinUploads(account, partIds(concat.substring(FINAL.length())), metadata);
    }

    private static List<String> partIds(String addresses) throws HttpRefusal {
        List<String> ids = new ArrayList<>();
        for (String address : addresses.strip().split(" +", -1)) {
            String id = address.substring(address.lastIndexOf('/') + 1);
            if (id.isEmpty()) {
                throw HttpRefusal.badRequest("Upload-Concat names a part without an id.");
            }
            ids.add(id);
        }
        return ids;
    }
}

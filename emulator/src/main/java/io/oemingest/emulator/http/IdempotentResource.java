package io.oemingest.emulator.http;

import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.emulator.engine.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A resource whose POST happens once for each {@code Idempotency-Key} of an account. */
final class IdempotentResource implements Resource {
    private static final int MAX_KEY = 255;
    private static final List<String> TELLING_HEADERS = List.of("Upload-Length", "Upload-Metadata", "Upload-Concat");

    private final Resource resource;
    private final IdempotencyMemory memory;

    IdempotentResource(Resource resource, IdempotencyMemory memory) {
        this.resource = resource;
        this.memory = memory;
    }

    @Override
    public Set<String> methods() {
        return resource.methods();
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        String key = call.header("Idempotency-Key");
        if (key == null || !call.method().equals("POST")) {
            return resource.answer(call);
        }
        String scope = call.account().clientId() + " " + call.path() + " " + unquoted(key);
        return memory.once(scope, fingerprint(call), () -> resource.answer(call));
    }

    private static String unquoted(String key) throws HttpRefusal {
        boolean quoted = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"");
        String bare = quoted ? key.substring(1, key.length() - 1) : key;
        if (bare.isBlank() || bare.length() > MAX_KEY) {
            throw HttpRefusal.badRequest("An Idempotency-Key has 1 to " + MAX_KEY + " characters.");
        }
        return bare;
    }

    private static String fingerprint(Call call) throws HttpRefusal, IOException {
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        for (String name : TELLING_HEADERS) {
            digest.update((name + ":" + call.header(name) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        digest.update(call.smallBody());
        return HexFormat.of().formatHex(digest.digest());
    }
}

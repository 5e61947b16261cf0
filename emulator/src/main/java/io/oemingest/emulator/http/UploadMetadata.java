package io.oemingest.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code Upload-Metadata} header of tus 1.0.0: keys with base64 values, separated by commas. */
final class UploadMetadata {
    private static final int MAX_LENGTH = 4096;

    private UploadMetadata() {}

    static Map<String, String> parse(@Nullable String header) throws HttpRefusal {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header == null || header.isBlank()) {
            return metadata;
        }
        if (header.length() > MAX_LENGTH) {
            throw HttpRefusal.badRequest("Upload-Metadata may have " + MAX_LENGTH + " characters.");
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            if (parts[0].isEmpty() || metadata.containsKey(parts[0])) {
                throw HttpRefusal.badRequest("Upload-Metadata has an empty key or one twice.");
            }
            metadata.put(parts[0], parts.length == 1 ? "" : decode(parts[1]));
        }
        return metadata;
    }

    static String format(Map<String, String> metadata) {
        StringBuilder header = new StringBuilder();
        new TreeMap<>(metadata).forEach((key, value) -> {
            header.append(header.isEmpty() ? "" : ",").append(key);
            if (!value.isEmpty()) {
                header.append(' ').append(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            }
        });
        return header.toString();
    }

    private static String decode(String value) throws HttpRefusal {
        try {
            return new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpRefusal.badRequest("Upload-Metadata has a value that is not base64.");
        }
    }
}

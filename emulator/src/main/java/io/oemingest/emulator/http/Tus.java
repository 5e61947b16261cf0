package io.oemingest.emulator.http;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.Upload;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers of the resumable upload protocol tus 1.0.0. */
final class Tus {
    static final String VERSION = "1.0.0";
    static final String OFFSET_STREAM = "application/offset+octet-stream";

    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Tus() {}

    static void requireVersion(Call call) throws HttpRefusal {
        String version = call.header("Tus-Resumable");
        if (!VERSION.equals(version)) {
            throw new HttpRefusal(
                    412,
                    ReasonCode.INVALID_REQUEST,
                    "Uploads follow tus " + VERSION + "; the request "
                            + (version == null ? "lacks Tus-Resumable." : "says " + version + "."),
                    Map.of("Tus-Version", VERSION));
        }
    }

    /** What OPTIONS tells. */
    static Map<String, String> capabilities(long maxSize) {
        return Map.of(
                "Tus-Version",
                VERSION,
                "Tus-Extension",
                "creation,checksum,expiration,termination,concatenation",
                "Tus-Max-Size",
                Long.toString(maxSize),
                "Tus-Checksum-Algorithm",
                "sha-256,sha1");
    }

    /** Where an upload stands, for every answer about it. */
    static Map<String, String> progress(Upload upload) {
        String offset = Long.toString(upload.offset());
        return upload.isComplete()
                ? Map.of("Upload-Offset", offset)
                : Map.of("Upload-Offset", offset, "Upload-Expires", HTTP_DATE.format(upload.expires()));
    }

    /** A size in bytes that must be given. @throws HttpRefusal 400 */
    static long size(Call call, String header) throws HttpRefusal {
        String text = call.header(header);
        if (text == null || !SIZE.matcher(text).matches()) {
            throw HttpRefusal.badRequest(header + " must be a number of bytes.");
        }
        return Long.parseLong(text);
    }

    /** The digest that the body must have, or null if none was declared. */
    static @Nullable Digest checksum(Call call) throws HttpRefusal {
        String header = call.header("Upload-Checksum");
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" +", 2);
        DigestAlgorithm algorithm = switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "sha-256", "sha256" -> DigestAlgorithm.SHA256;
            case "sha1" -> DigestAlgorithm.SHA1;
            default -> throw HttpRefusal.badRequest("Upload-Checksum takes sha-256 and sha1.");
        };
        try {
            return Digest.of(algorithm, Base64.getDecoder().decode(parts.length > 1 ? parts[1] : ""));
        } catch (IllegalArgumentException e) {
            throw HttpRefusal.badRequest("Upload-Checksum has no base64 digest of its algorithm's length.");
        }
    }
}

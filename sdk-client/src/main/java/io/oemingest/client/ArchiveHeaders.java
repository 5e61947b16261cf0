package io.oemingest.client;

import io.oemingest.client.PartialFile.Whole;
import io.oemingest.client.internal.http.Answer;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.SafePaths;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the headers of a download say about the whole file. */
final class ArchiveHeaders {
    /** RFC 9530: a dictionary of byte sequences. */
    private static final Pattern SHA256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]+={0,2}):");
    /** RFC 9110 14.4. */
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");
    /** RFC 6266, the plain form. */
    private static final Pattern FILE_NAME = Pattern.compile(";\\s*filename=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SIZE = Pattern.compile("\\d{1,18}");

    private ArchiveHeaders() {}

    /** The whole as an answer 200 or 206 declares it. @throws UnexpectedResponseException if the digest is missing */
    static Whole whole(Answer answer, Problems problems, String nameIfNone) {
        Digest digest = digest(answer.header("Repr-Digest"));
        if (digest == null) {
            throw problems.wrong(answer, "it has no usable Repr-Digest");
        }
        String etag = answer.header("ETag");
        boolean strong = etag != null && !etag.startsWith("W/");
        return new Whole(strong ? etag : null, digest, size(answer), fileName(answer, nameIfNone));
    }

    /** Where the bytes of an answer 206 begin, or -1 if it does not say. */
    static long start(Answer answer) {
        Matcher range = RANGE.matcher(String.valueOf(answer.header("Content-Range")));
        return range.matches() ? Long.parseLong(range.group(1)) : -1;
    }

    private static long size(Answer answer) {
        Matcher range = RANGE.matcher(String.valueOf(answer.header("Content-Range")));
        if (range.matches()) {
            return Long.parseLong(range.group(2));
        }
        String length = answer.header("Content-Length");
        return length != null && SIZE.matcher(length).matches() ? Long.parseLong(length) : -1;
    }

    private static @Nullable Digest digest(@Nullable String header) {
        Matcher field = SHA256.matcher(header == null ? "" : header);
        if (!field.find()) {
            return null;
        }
        try {
            return Digest.of(DigestAlgorithm.SHA256, Base64.getDecoder().decode(field.group(1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String fileName(Answer answer, String nameIfNone) {
        String header = answer.header("Content-Disposition");
        Matcher name = FILE_NAME.matcher(header == null ? "" : header);
        if (!name.find()) {
            return nameIfNone;
        }
        String text = name.group(1);
        boolean plain = SafePaths.problemOf(text) == null && text.indexOf('/') < 0 && text.indexOf('\\') < 0;
        return plain ? text : nameIfNone;
    }
}

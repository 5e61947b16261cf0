package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.SafePaths;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of members: how they are encoded, which are refused, when two are the same. */
final class MemberNames {
    static final int FLAG_UTF8 = 0x80;
    static final int MAX_BYTES = 255;

    /** A name without the flag is in the code page of its writer, which nothing tells; this is the usual one. */
    private static final Charset CODE_PAGE = Charset.forName("windows-1252");

    private MemberNames() {}

    static String decode(byte[] bytes, boolean utf8) throws CorruptDataException {
        String name;
        try {
            Charset charset = utf8 ? StandardCharsets.UTF_8 : CODE_PAGE;
            name = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new CorruptDataException("has a name that is not " + (utf8 ? "UTF-8" : "text"), e);
        }
        String problem = problemOf(name);
        if (problem != null) {
            throw new CorruptDataException("has the name '" + printable(name) + "', which " + problem);
        }
        return name;
    }

    /** Says why a member may not have the name, or null. */
    static @Nullable String problemOf(String name) {
        String problem = SafePaths.problemOf(name);
        if (problem == null && name.chars().anyMatch(Character::isISOControl)) {
            return "has a control character";
        }
        return problem;
    }

    /** Equal for names that the readers of a device take for the same. */
    static String key(String name) {
        return name.replace('/', '\\').toLowerCase(Locale.ROOT);
    }

    static boolean needsUtf8(String name) {
        return name.chars().anyMatch(c -> c >= 0x80);
    }

    private static String printable(String name) {
        return name.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "?");
    }
}

package io.oemingest.core.format.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code dword:} and {@code hex(n):} data of registry files. */
final class RegistryData {
    /** A list of texts. */
    static final String LIST = "REG_MULTI_SZ";

    /** Names by number; {@code hex:} without a number is binary. */
    static final List<String> TYPES = List.of(
            "REG_NONE",
            "REG_SZ",
            "REG_EXPAND_SZ",
            "REG_BINARY",
            "REG_DWORD",
            "REG_DWORD_BIG_ENDIAN",
            "REG_LINK",
            LIST,
            "REG_RESOURCE_LIST",
            "REG_FULL_RESOURCE_DESCRIPTOR",
            "REG_RESOURCE_REQUIREMENTS_LIST",
            "REG_QWORD");

    private static final int BINARY = 3;
    private static final Pattern DWORD = Pattern.compile("(?i)dword:([0-9a-f]{1,8})");
    private static final Pattern HEX = Pattern.compile("(?i)hex(?:\\(([0-9a-f])\\))?:([0-9a-f,]*)");

    private RegistryData() {}

    /** The value, null if the data has no known form. */
    static @Nullable RegistryValue parse(String key, String name, String data) {
        String compact = data.replace(" ", "");
        Matcher dword = DWORD.matcher(compact);
        if (dword.matches()) {
            String digits =
                    "0".repeat(8 - dword.group(1).length()) + dword.group(1).toLowerCase(Locale.ROOT);
            return new RegistryValue(key, name, "REG_DWORD", digits);
        }
        Matcher hex = HEX.matcher(compact);
        if (!hex.matches()) {
            return null;
        }
        int type = hex.group(1) == null ? BINARY : Integer.parseInt(hex.group(1), 16);
        String digits = hex.group(2).replace(",", "");
        if (type >= TYPES.size() || digits.length() % 2 != 0) {
            return null;
        }
        String decoded = decode(TYPES.get(type), digits);
        return decoded == null ? null : new RegistryValue(key, name, TYPES.get(type), decoded);
    }

    private static @Nullable String decode(String type, String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits);
        return switch (type) {
            case "REG_SZ", "REG_EXPAND_SZ" -> untilNull(new String(bytes, StandardCharsets.UTF_16LE));
            case LIST -> lines(new String(bytes, StandardCharsets.UTF_16LE));
            case "REG_DWORD" -> number(bytes);
            default -> digits.toLowerCase(Locale.ROOT);
        };
    }

    /** The bytes stand least significant first, the digits of {@code dword:} the other way round. */
    private static @Nullable String number(byte[] bytes) {
        return bytes.length != Integer.BYTES
                ? null
                : HexFormat.of()
                        .toHexDigits(ByteBuffer.wrap(bytes)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt());
    }

    private static String untilNull(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Null for a text with a line break, which one of several lines cannot hold. */
    private static @Nullable String lines(String text) {
        int end = text.indexOf("\0\0");
        String body = end < 0 ? text : text.substring(0, end);
        return body.indexOf('\n') >= 0
                ? null
                : (body.endsWith("\0") ? body.substring(0, body.length() - 1) : body).replace('\0', '\n');
    }

    /** The data as the package tools write it, without line breaks. */
    static String format(RegistryValue value) {
        return switch (value.type()) {
            case "REG_SZ" ->
                hasLineBreak(value.data())
                        ? "hex(1):" + commas(hex(value.data() + "\0"))
                        : "\"" + RegistryFileWriter.escape(value.data()) + "\"";
            case "REG_DWORD" -> "dword:" + value.data();
            case "REG_BINARY" -> "hex:" + commas(value.data());
            case "REG_EXPAND_SZ" -> "hex(2):" + commas(hex(value.data() + "\0"));
            case LIST -> "hex(7):" + commas(hex(value.data().replace('\n', '\0') + "\0\0"));
            default -> "hex(" + Integer.toHexString(TYPES.indexOf(value.type())) + "):" + commas(value.data());
        };
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static String commas(String digits) {
        return digits.replaceAll("(..)(?=.)", "$1,");
    }
}

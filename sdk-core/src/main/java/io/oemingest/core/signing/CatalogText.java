package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Texts of catalogs: CatNameValue pairs and the tags of version 1, both UTF-16, least significant byte first, ending in NUL. */
final class CatalogText {
    private CatalogText() {}

    /** Reads a CatNameValue and adds it to {@code target}. */
    static void addNameValue(DerNode node, Map<String, String> target) throws MalformedFileException {
        DerFields fields = node.fields("CatNameValue");
        String name = fields.next(DerNode.BMP_STRING, "tag").bmpText();
        fields.next(DerNode.INTEGER, "flags");
        DerNode value = fields.next(DerNode.OCTET_STRING, "value");
        fields.end();
        if (target.putIfAbsent(name, text(value)) != null) {
            throw node.malformed("repeats the name '" + name + "'");
        }
    }

    static String text(DerNode octets) throws MalformedFileException {
        byte[] value = octets.textOctets();
        if (value.length % 2 != 0) {
            throw octets.malformed("is text with half a character");
        }
        String text = new String(value, StandardCharsets.UTF_16LE);
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }

    /** The bytes of a text with its NUL. */
    static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_16LE);
    }
}

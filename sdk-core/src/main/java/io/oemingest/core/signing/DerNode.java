package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of strict DER (X.690 chapter 10): definite and shortest lengths, low tag numbers, shortest integers, at
 * most 64 levels. A node is a view of the whole input, so what was signed can be hashed as it stands in the file.
 */
final class DerNode {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int NULL = 0x05;
    static final int OID = 0x06;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int BMP_STRING = 0x1e;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    // A time stamp inside a signature inside a signature reaches 38.
    private static final int MAX_DEPTH = 64;
    private static final int CONSTRUCTED = 0x20;
    // 32,767 characters of 16 bits are the longest path of Windows, and a NUL.
    private static final int MAX_TEXT = 1 << 16;

    private final byte[] bytes;
    private final Location where;
    private final int start;
    private final int contentStart;
    private final int end;

    private DerNode(byte[] bytes, Location where, int start, int contentStart, int end) {
        this.bytes = bytes;
        this.where = where;
        this.start = start;
        this.contentStart = contentStart;
        this.end = end;
    }

    /** The element that {@code bytes} consist of, with everything inside it checked. */
    static DerNode parse(byte[] bytes, Location where) throws MalformedFileException {
        DerNode node = parsePrefix(bytes, where);
        if (node.end != bytes.length) {
            throw node.malformed("has " + (bytes.length - node.end) + " bytes after its end");
        }
        return node;
    }

    /** The element at the start of {@code bytes}, with everything inside it checked; more bytes may follow. */
    static DerNode parsePrefix(byte[] bytes, Location where) throws MalformedFileException {
        DerNode node = at(bytes, where, 0, bytes.length);
        node.checkInside(1);
        return node;
    }

    private static DerNode at(byte[] bytes, Location where, int start, int limit) throws MalformedFileException {
        DerNode stub = new DerNode(bytes, where, start, start, start);
        if (limit - start < 2) {
            throw stub.malformed("ends inside an element's header");
        }
        if ((bytes[start] & 0x1f) == 0x1f) {
            throw stub.malformed("has a tag number above 30");
        }
        int first = bytes[start + 1] & 0xff;
        int lengthBytes = first < 0x80 ? 0 : first & 0x7f;
        if (first == 0x80 || lengthBytes > 4 || limit - start - 2 < lengthBytes) {
            throw stub.malformed("has a length that DER does not allow");
        }
        long length = first < 0x80 ? first : stub.longLength(lengthBytes);
        int content = start + 2 + lengthBytes;
        if (length > limit - content) {
            throw stub.malformed("is longer than what holds it");
        }
        return new DerNode(bytes, where, start, content, content + (int) length);
    }

    private long longLength(int lengthBytes) throws MalformedFileException {
        long length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = (length << 8) | (bytes[start + 2 + i] & 0xff);
        }
        if (length < 0x80 || (length >> (8 * (lengthBytes - 1))) == 0) {
            throw malformed("has a length that is not the shortest form");
        }
        return length;
    }

    private void checkInside(int depth) throws MalformedFileException {
        if (depth > MAX_DEPTH) {
            throw malformed("is nested deeper than " + MAX_DEPTH + " levels");
        }
        if (!isConstructed()) {
            return;
        }
        for (int next = contentStart; next < end; ) {
            DerNode child = at(bytes, where, next, end);
            child.checkInside(depth + 1);
            next = child.end;
        }
    }

    private boolean isConstructed() {
        return (tag() & CONSTRUCTED) != 0;
    }

    /** The identifier octet: class, form and number. */
    int tag() {
        return bytes[start] & 0xff;
    }

    boolean is(int tag) {
        return tag() == tag;
    }

    DerNode expect(int tag, String name) throws MalformedFileException {
        if (!is(tag)) {
            throw malformed(String.format("should be %s with tag %02x, its tag is %02x", name, tag, tag()));
        }
        return this;
    }

    /** What is inside a constructed element. */
    List<DerNode> children() throws MalformedFileException {
        if (!isConstructed()) {
            throw malformed("should hold other elements");
        }
        List<DerNode> children = new ArrayList<>();
        for (int next = contentStart; next < end; ) {
            DerNode child = at(bytes, where, next, end);
            children.add(child);
            next = child.end;
        }
        return children;
    }

    /** The fields of a SEQUENCE, to be taken in order. */
    DerFields fields(String name) throws MalformedFileException {
        return new DerFields(this, name, expect(SEQUENCE, name).children());
    }

    /** The only element inside an explicit tag. */
    DerNode only(String name) throws MalformedFileException {
        List<DerNode> children = children();
        if (children.size() != 1) {
            throw malformed("should hold exactly one " + name + ", it holds " + children.size());
        }
        return children.get(0);
    }

    /** Where this element starts inside an outer one's encoding, for changes that keep every length. */
    int offsetIn(DerNode outer) {
        return start - outer.start;
    }

    /** Where this element's content starts inside an outer one's encoding. */
    int contentOffsetIn(DerNode outer) {
        return contentStart - outer.start;
    }

    int endOffset() {
        return end;
    }

    /** The content octets, without tag and length. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, contentStart, end);
    }

    /** The whole element, tag and length included. */
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    byte[] octets(String name) throws MalformedFileException {
        return expect(OCTET_STRING, name).content();
    }

    BigInteger integer(String name) throws MalformedFileException {
        byte[] value = expect(INTEGER, name).content();
        boolean padded = value.length > 1 && ((value[0] == 0 && value[1] >= 0) || (value[0] == -1 && value[1] < 0));
        if (value.length == 0 || padded) {
            throw malformed(name + " is not in the shortest form");
        }
        return new BigInteger(value);
    }

    /** An object identifier in dotted form. */
    String oid(String name) throws MalformedFileException {
        return DerValues.oid(expect(OID, name), name);
    }

    /** The content octets of a text, whatever its characters are. */
    byte[] textOctets() throws MalformedFileException {
        if (end - contentStart > MAX_TEXT) {
            throw malformed("is a text of " + (end - contentStart) + " bytes, which nothing is called");
        }
        return content();
    }

    /** Text of 16-bit characters, most significant byte first. */
    String bmpText() throws MalformedFileException {
        byte[] value = textOctets();
        if (value.length % 2 != 0) {
            throw malformed("is text with half a character");
        }
        return new String(value, StandardCharsets.UTF_16BE);
    }

    MalformedFileException malformed(String problem) {
        String part = where.part() == null ? "DER" : where.part();
        long base = where.offset() == null ? 0 : where.offset();
        return new MalformedFileException(Location.ofOffset(where.file(), part, base + start), problem);
    }
}

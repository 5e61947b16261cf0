package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a catalog's list say the digests of changed files. Digests keep their lengths, so the list is changed in place:
 * kinds, names, attributes and everything else that was written by other tools stay as they are.
 */
final class CatalogEditor {
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final CatalogList list;
    private final byte[] bytes;

    private CatalogEditor(CatalogList list) {
        this.list = list;
        this.bytes = list.node().encoded();
    }

    /** The list with new digests; the very bytes that it has now if nothing it says has changed. */
    static byte[] replace(CatalogList list, List<Change> changes, Instant time) {
        CatalogEditor editor = new CatalogEditor(list);
        Map<String, Digest> digests = new HashMap<>();
        for (Change change : changes) {
            digests.put(change.before().sha256().hex(), change.after().sha256());
            digests.put(change.before().sha1().hex(), change.after().sha1());
        }
        if (!editor.patch(digests)) {
            return editor.bytes;
        }
        editor.sort();
        editor.renew(time);
        return editor.bytes;
    }

    private boolean patch(Map<String, Digest> digests) {
        boolean changed = false;
        for (CatalogEntry entry : list.entries()) {
            String tag = entry.member().tag();
            Digest digest = digests.get(tag);
            if (digest != null && !digest.hex().equals(tag)) {
                put(entry.tag(), digest.bytes());
                if (entry.indirect() != null) {
                    put(entry.indirect().digestNode(), digest.bytes());
                }
                changed = true;
            }
        }
        return changed;
    }

    private void sort() {
        Map<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (CatalogEntry entry : list.entries()) {
            int at = entry.node().offsetIn(list.node());
            int tagAt = entry.tag().contentOffsetIn(list.node());
            entries.put(
                    Arrays.copyOfRange(bytes, tagAt, tagAt + entry.tag().content().length),
                    Arrays.copyOfRange(bytes, at, at + entry.node().encoded().length));
        }
        int next = list.entries().get(0).node().offsetIn(list.node());
        for (byte[] entry : entries.values()) {
            System.arraycopy(entry, 0, bytes, next, entry.length);
            next += entry.length;
        }
    }

    private void renew(Instant time) {
        put(list.time(), UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        int length = list.identifier().content().length;
        put(list.identifier(), Arrays.copyOf(digest.digest(bytes), length));
    }

    private void put(DerNode node, byte[] content) {
        System.arraycopy(content, 0, bytes, node.contentOffsetIn(list.node()), content.length);
    }

    /**
     * A file that was changed.
     *
     * @param before as the catalog may list it now
     * @param after as it shall be listed
     */
    record Change(CatalogSubject before, CatalogSubject after) {}
}

package io.oemingest.core.signing;

import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/** DER that lies about its lengths and depth. */
public final class DerLies {
    private DerLies() {}

    public static List<Lie> all() {
        return Lies.about("der", new byte[0])
                .whole("an indefinite length", () -> hex("3080020101 0000"))
                .whole("a length of 4 GiB", () -> hex("3084ffffffff 020101"))
                .whole("a length of 2 GiB", () -> hex("30847fffffff 020101"))
                .whole("a length of five bytes", () -> hex("308500000000 03020101"))
                .whole("a length of 127 bytes", () -> hex("30ff 020101"))
                .whole("a length in more bytes than it needs", () -> hex("308103 020101"))
                .whole("a length that is not all there", () -> hex("3082"))
                .whole("a child longer than its parent", () -> hex("3003 020201"))
                .whole("a tag number above 30", () -> hex("1f8f7f00"))
                .whole("a million levels", () -> nested(1_000_000))
                .whole("a quarter of a million empty elements", DerLies::wide)
                .whole("an integer of no bytes", () -> hex("3002 0200"))
                .whole("an identifier of no bytes", () -> hex("3002 0600"))
                .whole("an identifier without end", () -> hex("3004 0602 8080"))
                .whole("half a character", () -> hex("3003 1e0141"))
                .whole("a time of no digits", () -> hex("3002 1700"))
                .all();
    }

    /** Sequences of indefinite depth; each says that it goes on for a megabyte. */
    private static byte[] nested(int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int left = bytes; left > 5; left -= 5) {
            int length = left - 5;
            out.writeBytes(new byte[] {0x30, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        return out.toByteArray();
    }

    private static byte[] wide() {
        byte[] bytes = new byte[5 + 2_000_000 / 4];
        int length = bytes.length - 5;
        byte[] header = {0x30, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
        System.arraycopy(header, 0, bytes, 0, header.length);
        for (int at = 5; at < bytes.length; at += 2) {
            bytes[at] = 0x05;
        }
        return bytes;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}

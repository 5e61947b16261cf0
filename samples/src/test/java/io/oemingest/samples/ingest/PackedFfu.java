package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.Arrays;

/** A small image as captured from a disk: two chunks of headers and one packed block, which nothing here unpacks. */
final class PackedFfu {
    private static final int CHUNK = 1024;
    private static final String MANIFEST =
            "[FullFlash]\r\nVersion = 2.0\r\n\r\n[Store]\r\nSectorSize = 512\r\n\r\n[Partition]\r\nName = Data\r\n"
                    + "UseAllSpace = true\r\n";

    private PackedFfu() {}

    static byte[] bytes() {
        byte[] headers = headers();
        ByteBuffer hashes = ByteBuffer.allocate(3 * 32);
        hashes.put(Digest.sha256(Arrays.copyOf(headers, CHUNK)).bytes());
        hashes.put(Digest.sha256(Arrays.copyOfRange(headers, CHUNK, 2 * CHUNK)).bytes());
        hashes.put(Digest.sha256(new byte[CHUNK]).bytes());
        byte[] sha1 = DigestAlgorithm.SHA1.newMessageDigest().digest(hashes.array());
        byte[] catalog = new HashTableCatalogBuilder(InstantSource.system())
                .unsignedCatalog(Digest.of(DigestAlgorithm.SHA1, sha1));
        ByteBuffer image = fields(3 * CHUNK + 100);
        image.putInt(32).put("SignedImage ".getBytes(US_ASCII)).putInt(1).putInt(0x800C);
        image.putInt(catalog.length).putInt(hashes.capacity());
        image.put(catalog).put(hashes.array());
        return image.position(CHUNK).put(headers).array();
    }

    private static byte[] headers() {
        ByteBuffer headers = fields(2 * CHUNK);
        headers.putInt(24).put("ImageFlash  ".getBytes(US_ASCII));
        headers.putInt(MANIFEST.length()).putInt(1).put(MANIFEST.getBytes(US_ASCII));
        ByteBuffer store = headers.position(CHUNK).slice().order(ByteOrder.LITTLE_ENDIAN);
        store.putShort(4, (short) 1).putShort(8, (short) 3).putInt(204, CHUNK);
        store.putInt(208, 1).putInt(212, 20).putInt(244, 1);
        // XPRESS; one descriptor: one location, one block of 100 bytes in the file, to the disk's first block.
        store.putInt(248, 3).putInt(252, 1).putInt(256, 1).putInt(260, 100);
        return headers.array();
    }

    private static ByteBuffer fields(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}

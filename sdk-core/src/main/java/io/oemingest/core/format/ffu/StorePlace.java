package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where one of several stores belongs, behind the fixed part of its header.
 *
 * <pre>
 *  0  u2  NumOfStores                 12  u2  DevicePathLength  characters
 *  2  u2  StoreIndex    from 1        14  2n  DevicePath        UTF-16
 *  4  u8  StorePayloadSize  bytes
 * </pre>
 *
 * @param length of this part with the path, in bytes
 */
record StorePlace(int stores, int index, long payloadSize, String devicePath, int length) {
    static final int FIXED_LENGTH = 14;

    /** Far more than a device has; what is known of each store is held in memory. */
    private static final int MOST_STORES = 128;

    private static final int MOST_PATH = 1024;

    static StorePlace read(FfuInput input, long at) throws IOException {
        ByteBuffer fields = input.read(FlashError.STORE_HEADER, StoreHeader.PART, at, FIXED_LENGTH);
        int stores = fields.getShort(0) & 0xffff;
        if (stores == 0 || stores > MOST_STORES) {
            throw malformed(input, at, "has " + stores + " stores, allowed are 1 to " + MOST_STORES);
        }
        long payloadSize = fields.getLong(4);
        if (payloadSize < 0) {
            throw malformed(input, at + 4, "has a payload of more than 2^63 bytes");
        }
        int characters = fields.getShort(12) & 0xffff;
        if (characters > MOST_PATH) {
            throw malformed(
                    input, at + 12, "has a device path of " + characters + " characters, allowed are " + MOST_PATH);
        }
        ByteBuffer path = input.read(FlashError.STORE_HEADER, StoreHeader.PART, at + FIXED_LENGTH, 2 * characters);
        return new StorePlace(
                stores,
                fields.getShort(2) & 0xffff,
                payloadSize,
                StandardCharsets.UTF_16LE.decode(path).toString(),
                FIXED_LENGTH + 2 * characters);
    }

    private static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return StoreHeader.malformed(input, offset, problem);
    }
}

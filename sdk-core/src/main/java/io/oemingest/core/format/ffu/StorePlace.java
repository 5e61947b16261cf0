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

    static StorePlace read(FfuInput input, long at) throws IOException {
        ByteBuffer fields = input.read(FlashError.STORE_HEADER, StoreHeader.PART, at, FIXED_LENGTH);
        int stores = fields.getShort(0) & 0xffff;
        if (stores == 0 || stores > input.limits().maxMembers()) {
            throw malformed(
                    input,
                    at,
                    "has " + stores + " stores, allowed are 1 to "
                            + input.limits().maxMembers());
        }
        long payloadSize = fields.getLong(4);
        if (payloadSize < 0) {
            throw malformed(input, at + 4, "has a payload of more than 2^63 bytes");
        }
        int bytes = (fields.getShort(12) & 0xffff) * 2;
        ByteBuffer path = input.read(FlashError.STORE_HEADER, StoreHeader.PART, at + FIXED_LENGTH, bytes);
        String devicePath = StandardCharsets.UTF_16LE.decode(path).toString();
        return new StorePlace(stores, fields.getShort(2) & 0xffff, payloadSize, devicePath, FIXED_LENGTH + bytes);
    }

    private static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return StoreHeader.malformed(input, offset, problem);
    }
}

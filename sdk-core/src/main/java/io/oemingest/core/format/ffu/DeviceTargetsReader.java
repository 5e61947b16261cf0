package io.oemingest.core.format.ffu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the device targets behind a manifest: for each seven lengths in bytes (u4), then the seven texts. */
final class DeviceTargetsReader {
    private static final String PART = "device targets";
    private static final int TEXTS = 7;

    /** Of all targets together; an image with more than one is not known. */
    private static final int MOST_BYTES = 1 << 20;

    private final FfuInput input;
    private final long start;
    private final List<FfuDeviceTarget> targets = new ArrayList<>();
    private long next;

    DeviceTargetsReader(FfuInput input, long start) {
        this.input = input;
        this.start = start;
        this.next = start;
    }

    List<FfuDeviceTarget> read(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            targets.add(target());
        }
        return targets;
    }

    /** Where the targets end, once they have been read. */
    long end() {
        return next;
    }

    private FfuDeviceTarget target() throws IOException {
        ByteBuffer lengths = input.read(FlashError.IMAGE_HEADER, PART, next, TEXTS * 4);
        next += TEXTS * 4;
        String[] texts = new String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            texts[i] = text(FfuInput.u4(lengths, i * 4));
        }
        return new FfuDeviceTarget(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6]);
    }

    private String text(long length) throws IOException {
        if (next + length - start > MOST_BYTES) {
            throw input.malformed(
                    FlashError.IMAGE_HEADER,
                    PART,
                    next,
                    "has a text of " + length + " bytes, all targets together have at most " + MOST_BYTES);
        }
        ByteBuffer text = input.read(FlashError.IMAGE_HEADER, PART, next, (int) length);
        next += length;
        return StandardCharsets.UTF_8.decode(text).toString();
    }
}

package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the headers of all stores, each padded to a block. */
final class StoresReader {
    private final FfuInput input;
    private final int blockSize;
    private final List<FfuStore> stores = new ArrayList<>();
    private long next;

    /** Takes where the first store's header begins. */
    StoresReader(FfuInput input, long offset, int blockSize) {
        this.input = input;
        this.next = offset;
        this.blockSize = blockSize;
    }

    List<FfuStore> read() throws IOException {
        int count = 1;
        for (int i = 1; i <= count; i++) {
            StoreHeader header = StoreHeader.read(input, next, blockSize);
            StorePlace place = header.place();
            count = i == 1 && place != null ? place.stores() : count;
            checkPlace(header, i, count);
            stores.add(FfuStore.read(input, header));
            next = FfuInput.align(header.end(), blockSize);
        }
        input.require(FlashError.IMAGE_PADDING, "padding of the store", 0, next);
        return List.copyOf(stores);
    }

    /** Where the payload begins, once the stores have been read. */
    long payloadOffset() {
        return next;
    }

    private void checkPlace(StoreHeader header, int index, int count) throws MalformedFileException {
        StorePlace place = header.place();
        if (!stores.isEmpty() && header.variant() != stores.get(0).header().variant()) {
            throw StoreHeader.malformed(input, header.offset() + 4, "has another version than the first store");
        }
        if (place != null && (place.index() != index || place.stores() != count)) {
            throw StoreHeader.malformed(
                    input,
                    header.offset() + StoreHeader.LENGTH,
                    "is store " + place.index() + " of " + place.stores() + ", expected " + index + " of " + count);
        }
    }
}

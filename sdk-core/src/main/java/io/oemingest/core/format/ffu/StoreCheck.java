package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.FfuStore.Extent;
import java.io.IOException;

/** Walks once through the entries of a store to see that they are what the header says. */
final class StoreCheck {
    private static final String VALIDATIONS = "validation entries";
    private static final int VALIDATION_LENGTH = 12;

    private final FfuInput input;
    private final StoreHeader header;

    StoreCheck(FfuInput input, StoreHeader header) {
        this.input = input;
        this.header = header;
    }

    /** The size of the payload. @throws MalformedFileException if anything is wrong */
    Extent extent() throws IOException {
        checkValidations();
        Extent extent = walk();
        header.tables().check(input, header.offset(), extent.blocks());
        StorePlace place = header.place();
        if (place != null && FfuInput.align(place.payloadSize(), header.blockSize()) != extent.bytes()) {
            throw StoreHeader.malformed(
                    input,
                    header.offset() + StoreHeader.LENGTH + 4,
                    "has a payload of " + place.payloadSize() + " bytes, its descriptors write " + extent.bytes());
        }
        return extent;
    }

    private Extent walk() throws IOException {
        // One hash for each block, so there cannot be more than fit into the largest hash table.
        long most = 0xffff_ffffL / SecurityHeader.HASH_LENGTH;
        long blocks = 0;
        long bytes = 0;
        try (DescriptorReader reader = new DescriptorReader(input, header)) {
            for (long i = 0; i < header.writes().count(); i++) {
                long at = reader.offset();
                WriteDescriptor descriptor = reader.next();
                blocks += descriptor.blockCount();
                bytes += descriptor.dataSize();
                if (blocks > most) {
                    throw reader.malformed(at + 4, "writes " + blocks + " blocks, a hash table has room for " + most);
                }
            }
            reader.end();
        }
        return new Extent(blocks, bytes);
    }

    private void checkValidations() throws IOException {
        long count = header.validations().count();
        if (count > input.limits().maxMembers()) {
            throw malformed(
                    header.validationsOffset(),
                    "has " + count + " entries, more than the " + input.limits().maxMembers() + " allowed");
        }
        long at = header.validationsOffset();
        for (long i = 0; i < count; i++) {
            at = validationEnd(at);
        }
        if (at != header.writesOffset()) {
            throw malformed(at, "ends here after " + count + " entries, the header says at " + header.writesOffset());
        }
    }

    // u4 sectorIndex, u4 sectorOffset, u4 byteCount, then the bytes.
    private long validationEnd(long at) throws IOException {
        long bytes = FfuInput.u4(input.read(FlashError.STORE_HEADER, VALIDATIONS, at, VALIDATION_LENGTH), 8);
        long end = at + VALIDATION_LENGTH + bytes;
        if (end > header.writesOffset()) {
            throw malformed(at, "has an entry that ends at " + end + ", the entries end at " + header.writesOffset());
        }
        return end;
    }

    private MalformedFileException malformed(long at, String problem) {
        return input.malformed(FlashError.STORE_HEADER, VALIDATIONS, at, problem);
    }
}

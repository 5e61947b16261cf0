package io.oemingest.core.format.ffu;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.util.List;

/** What manifest and store headers both say must be the same. */
record ManifestAgreement(FfuInput input, FfuManifest manifest, List<StoreHeader> stores) {

    /** All stores of the image. */
    void check() throws MalformedFileException {
        if (manifest.stores().size() != stores.size()) {
            throw new MalformedFileException(
                    Location.ofPart(input.source().name(), "manifest"),
                    "has " + manifest.stores().size() + " sections [Store], the image has " + stores.size()
                            + " stores");
        }
        for (int i = 0; i < stores.size(); i++) {
            check(stores.get(i), manifest.stores().get(i));
        }
    }

    /** The first store alone, the others not being at hand. */
    void checkFirst() throws MalformedFileException {
        check(stores.get(0), manifest.stores().get(0));
    }

    private void check(StoreHeader store, ManifestStore section) throws MalformedFileException {
        // An image that was captured from a PC names its devices nowhere but in the manifest, if there.
        boolean captured = store.variant() == FfuVariant.V1_COMPRESSED
                && store.platformIds().isEmpty();
        long at = store.offset();
        if (!captured && !store.platformIds().equals(manifest.platformIds())) {
            throw input.malformed(
                    FlashError.PLATFORM_ID,
                    "platform ids",
                    at + StoreHeader.PLATFORM_IDS,
                    "has " + store.platformIds() + ", the manifest has " + manifest.platformIds());
        }
        if (store.blockSize() % section.sectorSize() != 0) {
            throw StoreHeader.malformed(
                    input,
                    at + 204,
                    "has blocks of " + store.blockSize() + " bytes, which are no whole sectors of "
                            + section.sectorSize());
        }
    }
}

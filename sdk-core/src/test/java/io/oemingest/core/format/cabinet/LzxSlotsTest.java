package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LzxSlotsTest {
    @Test
    void everyOffsetOfTheLargestWindowLiesInItsSlot() {
        for (int offset = 1; offset <= (1 << 21) - 3; offset++) {
            int slot = LzxSlots.of(offset);
            int extra = offset - LzxSlots.firstOffset(slot);
            if (slot < LzxSlots.FIRST_NEW || slot >= 50 || extra < 0 || extra >> LzxSlots.extraBits(slot) != 0) {
                throw new AssertionError("offset " + offset + " in slot " + slot + " with " + extra);
            }
        }
    }

    @Test
    void theFarthestOffsetOfEachWindowLiesInItsLastSlot() {
        int[] slots = {30, 32, 34, 36, 38, 42, 50};
        for (int bits = 15; bits <= 21; bits++) {
            assertThat(LzxSlots.of((1 << bits) - 3)).isEqualTo(slots[bits - 15] - 1);
        }
    }
}

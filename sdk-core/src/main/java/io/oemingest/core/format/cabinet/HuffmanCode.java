package io.oemingest.core.format.cabinet;

/** A canonical Huffman code for symbols of known counts, as LZX writes it: complete, and with codes of limited length. */
final class HuffmanCode {
    private final byte[] lengths;
    private final int[] codes;

    /** No code is longer than {@code limit} bits. Symbols that do not occur have none. */
    HuffmanCode(int[] counts, int limit) {
        lengths = HuffmanLengths.of(counts, limit);
        codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= limit; length++) {
            code <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = code++;
                }
            }
        }
    }

    /** The code length of each symbol, 0 for none; not to be changed. */
    byte[] lengths() {
        return lengths;
    }

    /** Bits that so many of each symbol take. */
    int bits(int[] counts) {
        int sum = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            sum += counts[symbol] * lengths[symbol];
        }
        return sum;
    }

    void write(LzxBitWriter bits, int symbol) {
        bits.put(codes[symbol], lengths[symbol]);
    }
}

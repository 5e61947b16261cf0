package io.oemingest.core.format.cabinet;

/**
 * Packs LZX as {@link LzxDecoder} reads it ([MS-PATCH] 2). Each frame becomes one LZX block; calls in x86 code are
 * translated, as the kit's tools do. Holds six bytes for each byte of the window, and some 2 MiB.
 */
final class LzxEncoder implements BlockEncoder {
    private final LzxHistory history;
    private final LzxPrices prices;
    private final LzxParser parser;
    private final LzxBlockWriter blocks;
    private final LzxBlockWriter.Packed packed;
    private final LzxTranslation translation = new LzxTranslation(LzxTranslation.USUAL_SIZE);
    private long consumed;

    LzxEncoder(int windowBits, long unpackedSize) {
        LzxRecentOffsets recent = new LzxRecentOffsets();
        LzxTokens tokens = new LzxTokens(LzxTrees.mainSymbols(windowBits));
        packed = new LzxBlockWriter.Packed(tokens, recent);
        history = new LzxHistory(windowBits, unpackedSize);
        blocks = new LzxBlockWriter(windowBits);
        prices = new LzxPrices(history, blocks);
        LzxMatchFinder finder = new LzxMatchFinder(history, prices, recent, windowBits);
        parser = new LzxParser(history, finder, recent, tokens);
    }

    @Override
    public int encode(byte[] block, int length, byte[] target) {
        translation.apply(block, length, consumed);
        consumed += length;
        int start = history.append(translation.bytes(), length);
        prices.startFrame(start);
        parser.parse(start);
        return blocks.write(translation.bytes(), length, packed, target);
    }
}

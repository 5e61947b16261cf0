package io.oemingest.core.format.cabinet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plain LZX packer, so that the decoder can be tested without foreign files. Every call packs one folder. */
final class LzxTestEncoder {
    enum Kind {
        VERBATIM,
        ALIGNED,
        UNCOMPRESSED
    }

    /** An LZX block of a kind and so many unpacked bytes. */
    record Segment(Kind kind, int length) {}

    /** A literal (match < 0), or a match with the parts of its encoding. */
    private record Token(int main, int length, int extraBits, int extra) {
        int bytes() {
            return main < 256 ? 1 : (main & 7) + 2 + Math.max(length, 0);
        }
    }

    private static final int FRAME = 32768;
    private static final int[] SLOT_BASE = slotBases();

    private final int windowBits;
    private final LzxTestBits bits = new LzxTestBits();
    /** Where three bytes with this hash were seen last, plus one. */
    private final int[] lastSeen = new int[1 << 16];

    private final int[] recent = {1, 1, 1};
    private final byte[] mainLengths;
    private final byte[] lengthLengths = new byte[249];
    private byte[] data = new byte[0];
    private int at;

    private LzxTestEncoder(int windowBits) {
        this.windowBits = windowBits;
        this.mainLengths = new byte[LzxTrees.mainSymbols(windowBits)];
    }

    /** Packs data into these blocks; {@code translation} other than 0 prepares calls for a program of that size. */
    static List<TestCabinet.Block> encode(byte[] data, int windowBits, int translation, List<Segment> segments) {
        byte[] prepared = data.clone();
        if (translation != 0) {
            translateCalls(prepared, translation);
        }
        return encodePrepared(prepared, windowBits, translation, segments);
    }

    /** Packs data whose calls are translated already. */
    static List<TestCabinet.Block> encodePrepared(
            byte[] data, int windowBits, int translation, List<Segment> segments) {
        LzxTestEncoder encoder = new LzxTestEncoder(windowBits);
        encoder.data = data;
        encoder.bits.put(translation == 0 ? 0 : 1, 1);
        if (translation != 0) {
            encoder.bits.put(translation >>> 16, 16);
            encoder.bits.put(translation, 16);
        }
        segments.forEach(encoder::segment);
        return encoder.bits.frames();
    }

    /** One block of one kind for everything. */
    static List<TestCabinet.Block> encode(byte[] data, int windowBits, Kind kind) {
        return encode(data, windowBits, 0, List.of(new Segment(kind, data.length)));
    }

    private void segment(Segment segment) {
        int end = at + segment.length();
        bits.put(segment.kind().ordinal() + 1, 3);
        bits.put(segment.length() >>> 8, 16);
        bits.put(segment.length(), 8);
        if (segment.kind() == Kind.UNCOMPRESSED) {
            uncompressed(end);
        } else {
            compressed(end, segment.kind() == Kind.ALIGNED);
        }
    }

    private void uncompressed(int end) {
        boolean odd = (end - at) % 2 != 0;
        bits.alignToBytes();
        Arrays.stream(recent).forEach(bits::putInt);
        while (at < end) {
            remember(at);
            bits.putByte(data[at]);
            // The pad of an odd block belongs to the frame that the block ends in.
            if (at == end - 1 && odd) {
                bits.putByte(0);
            }
            advance(1);
        }
    }

    private void compressed(int end, boolean aligned) {
        List<Token> tokens = parse(end);
        int[] main = new int[mainLengths.length];
        int[] length = new int[lengthLengths.length];
        int[] low = new int[8];
        for (Token token : tokens) {
            main[token.main()]++;
            if (token.length() >= 0) {
                length[token.length()]++;
            }
            if (aligned && token.extraBits() >= 3) {
                low[token.extra() & 7]++;
            }
        }
        LzxTestTree alignedTree = new LzxTestTree(atLeastOne(low), 7);
        if (aligned) {
            for (byte value : alignedTree.lengths) {
                bits.put(value, 3);
            }
        }
        LzxTestTree mainTree = new LzxTestTree(main, 16);
        LzxTestTree lengthTree = new LzxTestTree(length, 16);
        putLengths(mainLengths, mainTree.lengths, 0, 256);
        putLengths(mainLengths, mainTree.lengths, 256, mainLengths.length);
        putLengths(lengthLengths, lengthTree.lengths, 0, lengthLengths.length);
        for (Token token : tokens) {
            mainTree.put(bits, token.main());
            if (token.length() >= 0) {
                lengthTree.put(bits, token.length());
            }
            if (aligned && token.extraBits() >= 3) {
                bits.put(token.extra() >>> 3, token.extraBits() - 3);
                alignedTree.put(bits, token.extra() & 7);
            } else {
                bits.put(token.extra(), token.extraBits());
            }
            advance(token.bytes());
        }
    }

    private void advance(int count) {
        at += count;
        if (at % FRAME == 0 || at == data.length) {
            bits.endFrame(at % FRAME == 0 ? FRAME : at % FRAME);
        }
    }

    private List<Token> parse(int end) {
        List<Token> tokens = new ArrayList<>();
        int position = at;
        while (position < end) {
            int limit = Math.min(257, Math.min(end, (position / FRAME + 1) * FRAME) - position);
            Token token = token(position, limit);
            tokens.add(token);
            for (int i = 0; i < token.bytes(); i++) {
                remember(position++);
            }
        }
        return tokens;
    }

    private Token token(int position, int limit) {
        for (int slot = 0; slot < 3; slot++) {
            int length = common(position, recent[slot], limit);
            if (length >= 2) {
                int offset = recent[slot];
                recent[slot] = recent[0];
                recent[0] = offset;
                return match(slot, length, 0, 0);
            }
        }
        int seen = lastSeen[hash(position)];
        int offset = seen == 0 ? 0 : position - seen + 1;
        int length = common(position, offset, limit);
        if (length < 3 || offset > (1 << windowBits) - 3) {
            return new Token(data[position] & 0xff, -1, 0, 0);
        }
        recent[2] = recent[1];
        recent[1] = recent[0];
        recent[0] = offset;
        int slot = 3;
        while (slot + 1 < SLOT_BASE.length && SLOT_BASE[slot + 1] <= offset + 2) {
            slot++;
        }
        return match(slot, length, extraBits(slot), offset + 2 - SLOT_BASE[slot]);
    }

    private static Token match(int slot, int length, int extraBits, int extra) {
        int header = Math.min(length - 2, 7);
        return new Token(256 + slot * 8 + header, header == 7 ? length - 9 : -1, extraBits, extra);
    }

    private int common(int position, int offset, int limit) {
        int length = 0;
        if (offset > 0 && offset <= position) {
            while (length < limit && data[position + length] == data[position + length - offset]) {
                length++;
            }
        }
        return length;
    }

    private void remember(int position) {
        lastSeen[hash(position)] = position + 1;
    }

    private int hash(int position) {
        int three = 0;
        for (int i = position; i < Math.min(position + 3, data.length); i++) {
            three = three << 8 | data[i] & 0xff;
        }
        return three * 0x9E3779B1 >>> 16;
    }

    private void putLengths(byte[] before, byte[] now, int from, int to) {
        List<int[]> symbols = new ArrayList<>();
        int[] counts = new int[20];
        for (int i = from; i < to; ) {
            int run = 1;
            while (i + run < to && now[i + run] == now[i]) {
                run++;
            }
            int difference = (before[i] - now[i] + 17) % 17;
            if (now[i] == 0 && run >= 20) {
                run = Math.min(run, 51);
                symbols.add(new int[] {18, run - 20, 5});
            } else if (now[i] == 0 && run >= 4) {
                run = Math.min(run, 19);
                symbols.add(new int[] {17, run - 4, 4});
            } else if (run >= 4) {
                run = Math.min(run, 5);
                symbols.add(new int[] {19, run - 4, 1});
                symbols.add(new int[] {difference, 0, 0});
            } else {
                run = 1;
                symbols.add(new int[] {difference, 0, 0});
            }
            i += run;
        }
        symbols.forEach(symbol -> counts[symbol[0]]++);
        LzxTestTree pretree = new LzxTestTree(counts, 15);
        for (byte value : pretree.lengths) {
            bits.put(value, 4);
        }
        for (int[] symbol : symbols) {
            pretree.put(bits, symbol[0]);
            bits.put(symbol[1], symbol[2]);
        }
        System.arraycopy(now, from, before, from, to - from);
    }

    /** Calls are made absolute frame by frame, but for the last ten bytes of each. */
    private static void translateCalls(byte[] data, int size) {
        for (int frame = 0; frame < data.length; frame += FRAME) {
            int last = Math.min(frame + FRAME, data.length) - 10;
            for (int i = frame; i < last; i++) {
                if (data[i] == (byte) 0xE8) {
                    int relative = LittleEndian.getInt(data, i + 1);
                    if (relative >= -i && relative < size - i) {
                        LittleEndian.putInt(data, i + 1, relative + i);
                    } else if (relative >= size - i && relative < size) {
                        LittleEndian.putInt(data, i + 1, relative - size);
                    }
                    i += 4;
                }
            }
        }
    }

    private static int[] atLeastOne(int[] counts) {
        return Arrays.stream(counts).sum() > 0 ? counts : new int[] {1, 1, 0, 0, 0, 0, 0, 0};
    }

    private static int extraBits(int slot) {
        return slot < 4 ? 0 : Math.min(slot / 2 - 1, 17);
    }

    private static int[] slotBases() {
        int[] bases = new int[51];
        for (int slot = 1; slot < bases.length; slot++) {
            bases[slot] = bases[slot - 1] + (1 << extraBits(slot - 1));
        }
        return bases;
    }
}

package io.oemingest.core.format.cabinet;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A Huffman code made from counts, with codes of at most so many bits. */
final class LzxTestTree {
    final byte[] lengths;
    private final int[] codes;

    private record Node(long weight, int symbol, Node left, Node right) {}

    /** No counts at all give the empty code; one symbol alone gets a companion, since codes must be complete. */
    LzxTestTree(int[] counts, int maxLength) {
        lengths = new byte[counts.length];
        codes = new int[counts.length];
        int[] weights = counts.clone();
        int used = 0;
        for (int weight : weights) {
            used += weight > 0 ? 1 : 0;
        }
        if (used == 0) {
            return;
        }
        if (used == 1) {
            weights[weights[0] > 0 ? 1 : 0] = 1;
        }
        while (!assign(root(weights), 0, maxLength)) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (weights[i] + 1) / 2;
            }
        }
        number();
    }

    void put(LzxTestBits bits, int symbol) {
        if (lengths[symbol] == 0) {
            throw new IllegalStateException("The code has no symbol " + symbol);
        }
        bits.put(codes[symbol], lengths[symbol]);
    }

    private static Node root(int[] weights) {
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::symbol));
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                nodes.add(new Node(weights[i], i, null, null));
            }
        }
        while (nodes.size() > 1) {
            Node left = nodes.remove();
            Node right = nodes.remove();
            nodes.add(new Node(left.weight + right.weight, left.symbol, left, right));
        }
        return nodes.remove();
    }

    private boolean assign(Node node, int depth, int maxLength) {
        if (node.left == null) {
            lengths[node.symbol] = (byte) depth;
            return depth <= maxLength;
        }
        return assign(node.left, depth + 1, maxLength) & assign(node.right, depth + 1, maxLength);
    }

    private void number() {
        int code = 0;
        for (int length = 1; length <= 16; length++) {
            code <<= 1;
            for (int i = 0; i < lengths.length; i++) {
                if (lengths[i] == length) {
                    codes[i] = code++;
                }
            }
        }
    }
}

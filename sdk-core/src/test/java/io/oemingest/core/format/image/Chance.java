package io.oemingest.core.format.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes values by chance, the same for the same seed. */
final class Chance {
    private static final String LETTERS = "abcXYZ019._-~$(%)\\ &<>\"'\u00e4\u0416\u20ac";

    private final Random random;

    private Chance(long seed) {
        random = new Random(seed);
    }

    @FunctionalInterface
    interface Check {
        void run(Chance chance) throws IOException;
    }

    /** Runs a check with many seeds; a failure names its seed. */
    static void many(int count, Check check) {
        for (long seed = 1; seed <= count; seed++) {
            try {
                check.run(new Chance(seed));
            } catch (IOException | RuntimeException | AssertionError e) {
                throw new AssertionError("failed with seed " + seed, e);
            }
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int integer() {
        return random.nextInt();
    }

    long number() {
        return random.nextLong() >>> random.nextInt(8, 60);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    /** A text without blanks around it, which readers take away. */
    String text() {
        StringBuilder text = new StringBuilder("x");
        for (int i = below(8); i > 0; i--) {
            text.append(LETTERS.charAt(below(LETTERS.length())));
        }
        return text.append(below(10)).toString();
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return coin() ? value.get() : null;
    }

    <T> List<T> list(int most, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = below(most + 1); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }

    /** One value at least. */
    <T> List<T> some(int most, Supplier<T> value) {
        List<T> list = list(most - 1, value);
        list.add(value.get());
        return list;
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }
}

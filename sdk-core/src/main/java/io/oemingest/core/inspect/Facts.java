package io.oemingest.core.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what an inspector finds, in the order in which it is to be shown. */
final class Facts {
    private final List<Item> items = new ArrayList<>();

    List<Item> items() {
        return items;
    }

    /** Adds a value in its usual form; null and the empty text are absent. */
    Facts put(String key, @Nullable Object value) {
        return add(key, Value.of(value), true);
    }

    /** Adds a value in a form of its own. */
    Facts put(String key, @Nullable Value value) {
        return add(key, value, true);
    }

    /** Adds a value that the title of its group tells people. */
    Facts told(String key, @Nullable Object value) {
        return add(key, Value.of(value), false);
    }

    /** Adds facts under a heading. */
    Facts group(String key, Consumer<Facts> content) {
        items.add(new Item.Group(key, Item.label(key), filled(content)));
        return this;
    }

    /** Adds facts that are there already under a heading. */
    Facts group(String key, Facts content) {
        items.add(new Item.Group(key, Item.label(key), content.items));
        return this;
    }

    /** Adds facts that need no heading. */
    Facts inside(String key, Consumer<Facts> content) {
        items.add(new Item.Group(key, null, filled(content)));
        return this;
    }

    /** Adds a group with a title for each value. */
    <T> Facts each(String key, Collection<T> values, Function<T, String> title, BiConsumer<Facts, T> content) {
        items.add(new Item.Groups(
                key,
                values.stream()
                        .map(value ->
                                new Item.Group(key, title.apply(value), filled(facts -> content.accept(facts, value))))
                        .toList()));
        return this;
    }

    /** Adds a row for each value; a row holds single values only. */
    <T> Facts table(String key, Collection<T> values, BiConsumer<Facts, T> cells) {
        items.add(new Item.Table(
                key,
                values.stream()
                        .map(value -> filled(row -> cells.accept(row, value)).stream()
                                .map(Item.Fact.class::cast)
                                .toList())
                        .toList()));
        return this;
    }

    private Facts add(String key, @Nullable Value value, boolean shown) {
        items.add(new Item.Fact(key, value, shown));
        return this;
    }

    private static List<Item> filled(Consumer<Facts> content) {
        Facts facts = new Facts();
        content.accept(facts);
        return facts.items;
    }
}

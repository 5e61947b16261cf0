package io.oemingest.core.format.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on a device property in {@code OEMDevicePlatform.xml}. */
public sealed interface PlatformRule {

    /** Name of the device property. */
    String property();

    Mode mode();

    /** What a match means. */
    enum Mode {
        AFFIRMATIVE,
        NEGATIVE,
        OPTIONAL
    }

    /**
     * A condition on a number.
     *
     * @param minimum smallest value, null if open
     * @param maximum largest value, null if open
     */
    record IntegerRule(
            String property,
            Mode mode,
            @Nullable Long minimum,
            @Nullable Long maximum,
            List<Long> values) implements PlatformRule {
        public IntegerRule {
            values = List.copyOf(values);
        }
    }

    /** A condition on a text. */
    record StringRule(String property, Mode mode, List<String> values) implements PlatformRule {
        public StringRule {
            values = List.copyOf(values);
        }
    }
}

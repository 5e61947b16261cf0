package io.oemingest.emulator.http;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client's version: up to four numbers with dots; what follows a hyphen or plus does not count. */
final class ClientVersion {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9}){0,3})(?:[-+].*)?");

    private ClientVersion() {}

    /** Whether {@code client} comes before {@code minimum}. @throws IllegalArgumentException if one is no version */
    static boolean isBelow(String client, String minimum) {
        return Arrays.compare(parts(client), parts(minimum)) < 0;
    }

    static boolean isVersion(@Nullable String text) {
        return text != null && FORM.matcher(text).matches();
    }

    private static int[] parts(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a version: '" + text + "'");
        }
        String[] numbers = form.group(1).split("\\.", -1);
        int[] parts = new int[4];
        for (int i = 0; i < numbers.length; i++) {
            parts[i] = Integer.parseInt(numbers[i]);
        }
        return parts;
    }
}

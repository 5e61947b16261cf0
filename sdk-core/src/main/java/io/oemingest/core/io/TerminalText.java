package io.oemingest.core.io;

import java.util.Locale;

/** Text out of files, made fit to be shown: it can neither steer a terminal nor change the order of what is read. */
public final class TerminalText {
    private TerminalText() {}

    /** The text with every control, format and separator character but the blank written as {@code \}{@code u001b}. */
    public static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            if (isDangerous(each)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", each));
            } else {
                safe.appendCodePoint(each);
            }
        });
        return safe.toString();
    }

    private static boolean isDangerous(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

package io.oemingest.emulator.store;

import io.oemingest.emulator.port.Identifiers;
import java.util.concurrent.atomic.AtomicInteger;

/** Names by counting, so that a test knows them beforehand: {@code TEST01}, {@code upload-1}, …. Safe for threads. */
public final class CountedIdentifiers implements Identifiers {
    private static final int CODES = 100;

    private final AtomicInteger tickets = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();

    @Override
    public String ticketCode() {
        int count = tickets.incrementAndGet();
        String digits = Integer.toString(count % CODES + CODES).substring(1);
        return letters(count / CODES) + digits;
    }

    @Override
    public String uploadId() {
        return "upload-" + uploads.incrementAndGet();
    }

    // TEST for the first hundred, then TESU and so on: four letters read as a number to the base 26.
    private static String letters(int hundreds) {
        int rest = (('T' - 'A') * 26 * 26 * 26) + (('E' - 'A') * 26 * 26) + (('S' - 'A') * 26) + ('T' - 'A') + hundreds;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            letters.insert(0, (char) ('A' + rest % 26));
            rest /= 26;
        }
        return letters.toString();
    }
}

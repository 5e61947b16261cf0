package io.oemingest.core.format.cabinet;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Date and time words of DOS: years from 1980 to 2107, steps of two seconds. */
final class DosTime {
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2107;

    private DosTime() {}

    static @Nullable LocalDateTime decode(int date, int time) {
        try {
            return LocalDateTime.of(
                    FIRST_YEAR + (date >> 9),
                    (date >> 5) & 0xf,
                    date & 0x1f,
                    time >> 11,
                    (time >> 5) & 0x3f,
                    (time & 0x1f) * 2);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The date word; 0 for no date. @throws IllegalArgumentException for a year that has none */
    static int date(@Nullable LocalDateTime moment) {
        if (moment == null) {
            return 0;
        }
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A cabinet cannot hold the date " + moment);
        }
        return ((moment.getYear() - FIRST_YEAR) << 9) | (moment.getMonthValue() << 5) | moment.getDayOfMonth();
    }

    static int time(@Nullable LocalDateTime moment) {
        return moment == null ? 0 : (moment.getHour() << 11) | (moment.getMinute() << 5) | (moment.getSecond() / 2);
    }
}

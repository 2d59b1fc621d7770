package org.konsil.forms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.konsil.forms.Component.MomentKind;

/** Dates and times of forms: ISO 8601, {@code yyyy-MM-dd}, {@code HH:mm}, {@code yyyy-MM-ddTHH:mm}, with or without an offset. */
final class Moments {

    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2200;

    private Moments() {}

    static boolean isWritten(MomentKind kind, String text) {
        try {
            return switch (kind) {
                case DATE -> isSane(LocalDate.parse(text));
                case TIME -> !LocalTime.parse(text).equals(LocalTime.MAX);
                case DATETIME -> isSane(local(text).toLocalDate());
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A form may be filled in anywhere in Europe: today is no future as long as it has begun in its east. */
    static boolean isFuture(MomentKind kind, String text, Clock clock) {
        var east = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(3));
        return switch (kind) {
            case DATE -> LocalDate.parse(text).isAfter(east.toLocalDate());
            case DATETIME -> local(text).isAfter(east);
            case TIME -> false;
        };
    }

    /** ... and no past as long as it lasts in its west. */
    static boolean isPast(MomentKind kind, String text, Clock clock) {
        var west = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(-1));
        return switch (kind) {
            case DATE -> LocalDate.parse(text).isBefore(west.toLocalDate());
            case DATETIME -> local(text).isBefore(west);
            case TIME -> false;
        };
    }

    private static boolean isSane(LocalDate date) {
        return date.getYear() >= EARLIEST_YEAR && date.getYear() <= LATEST_YEAR;
    }

    private static LocalDateTime local(String text) {
        var hasOffset =
                text.endsWith("Z") || text.length() > 16 && text.substring(16).matches(".*[+-].*");
        return hasOffset ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
    }
}

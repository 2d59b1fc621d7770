package org.konsil.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes days and times for people, in templates as {@code #times}: every time with its zone, both as they are where the reader is. Takes instants, dates, and both as ISO 8601 text; what is no date stays as it is.
 */
public final class Times {

    private static final String DAY = "d MMM yyyy";

    /** A pattern as one language writes it. */
    private record Way(String pattern, Locale reader) {}

    /** A list writes the same few into each of its cells; so many, whatever languages browsers ask for. */
    private static final Cache<Way, DateTimeFormatter> WAYS =
            Caffeine.newBuilder().maximumSize(200).build();

    private final Locale reader;
    private final ZoneId place;

    Times(Locale reader, ZoneId place) {
        this.reader = reader;
        this.place = place;
    }

    /** 1 Mar 2026. */
    public String day(@Nullable Object moment) {
        return write(moment, DAY);
    }

    /** 1 Mar 2026, 17:28 CET. */
    public String minute(@Nullable Object moment) {
        return write(moment, DAY + ", HH:mm z");
    }

    /** 1 Mar 2026, 17:28:03 CET. */
    public String second(@Nullable Object moment) {
        return write(moment, DAY + ", HH:mm:ss z");
    }

    /** 1 Mar 2026, 17:28–17:40 CET; both on one day. */
    public String span(Instant from, Instant until) {
        var begins = write(from, DAY + ", HH:mm");
        var ends = write(until, "HH:mm");
        return begins.endsWith(ends) ? minute(from) : begins + "–" + ends + write(until, " z");
    }

    private String write(@Nullable Object moment, String pattern) {
        return switch (moment) {
            case null -> "";
            case Instant instant -> at(instant.atZone(place), pattern);
            case OffsetDateTime time -> at(time.atZoneSameInstant(place), pattern);
            case LocalDate day -> day.format(formatter(DAY));
            default -> text(String.valueOf(moment), pattern);
        };
    }

    private String at(ZonedDateTime time, String pattern) {
        return time.format(formatter(pattern));
    }

    /** Made once; which zone a time is in, the time itself says. */
    DateTimeFormatter formatter(String pattern) {
        return WAYS.get(new Way(pattern, reader), way -> DateTimeFormatter.ofPattern(way.pattern(), way.reader()));
    }

    private String text(String written, String pattern) {
        try {
            if (written.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return write(LocalDate.parse(written), pattern);
            }
            return written.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z") ? write(Instant.parse(written), pattern) : written;
        } catch (DateTimeParseException e) {
            return written;
        }
    }
}

package org.konsil.clocks;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public holidays of a country, and of one of its regions where that is known, offline from the tables of jollyday. Days that are
 * merely observed, or that only other regions keep, are working days.
 */
final class Holidays {

    /** Closing days of TARGET, the calendar that the institutions of all member states share. */
    static final String EUROPE = "TARGET";

    private static final Set<HolidayType> CLOSED = EnumSet.of(HolidayType.PUBLIC_HOLIDAY, HolidayType.BANK_HOLIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Map<String, Holidays> KNOWN = new ConcurrentHashMap<>();

    private final HolidayManager manager;
    private final String[] region;
    private final Map<Integer, Map<LocalDate, Holiday>> byYear = new ConcurrentHashMap<>();

    private Holidays(HolidayManager manager, String... region) {
        this.manager = manager;
        this.region = region;
    }

    /**
     * @param calendar a code of ISO 3166-1 alpha-2 or ISO 3166-2, or {@link #EUROPE}; a country without a table keeps the days of
     *     {@link #EUROPE}, a region without one those of its country
     */
    static Holidays of(String calendar) {
        return KNOWN.computeIfAbsent(calendar.toUpperCase(Locale.ROOT), Holidays::read);
    }

    private static Holidays read(String calendar) {
        var parts = calendar.toLowerCase(Locale.ROOT).split("-", 2);
        var table = Stream.of(HolidayCalendar.values())
                .filter(it -> it.getId().equalsIgnoreCase(parts[0]))
                .findFirst()
                .orElse(HolidayCalendar.TARGET);
        return new Holidays(
                HolidayManager.getInstance(ManagerParameters.create(table)),
                Arrays.copyOfRange(parts, 1, parts.length));
    }

    boolean isWorking(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && holiday(day).isEmpty();
    }

    /** The holidays on weekdays from one day up to and with another, for whoever wonders where the time went. */
    List<Holiday> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
                .flatMap(day -> holiday(day).stream())
                .toList();
    }

    private Optional<Holiday> holiday(LocalDate day) {
        return Optional.ofNullable(
                byYear.computeIfAbsent(day.getYear(), this::year).get(day));
    }

    /** Where a holiday on a weekend is kept on another day, that day is closed too. */
    private Map<LocalDate, Holiday> year(int year) {
        return manager.getHolidays(Year.of(year), region).stream()
                .filter(holiday -> CLOSED.contains(holiday.getType()))
                .collect(Collectors.toUnmodifiableMap(Holiday::getDate, holiday -> holiday, (one, same) -> one));
    }
}

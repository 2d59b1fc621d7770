package org.konsil.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTests {

    @ParameterizedTest(name = "{0} {1} by the calendar of {2} in {3} from {4}")
    @CsvSource({
        "P14D, days, eu, Europe/Brussels, 2026-06-01T10:00:00Z, 2026-06-15T10:00:00Z",
        "PT24H, hours, eu, Europe/Brussels, 2026-06-01T10:00:00Z, 2026-06-02T10:00:00Z",
        // summer time ends meanwhile: days keep the hour on the wall, hours pass as they pass
        "P7D, days, eu, Europe/Brussels, 2026-10-20T08:00:00Z, 2026-10-27T09:00:00Z",
        "PT168H, hours, eu, Europe/Brussels, 2026-10-20T08:00:00Z, 2026-10-27T08:00:00Z",
        // summer time begins meanwhile: a quarter past two does not exist that night
        "P1D, days, de, Europe/Berlin, 2026-03-28T01:15:00Z, 2026-03-29T01:15:00Z",
        // Friday; the Monday after is the first of three
        "P3D, working-days, eu, Europe/Brussels, 2026-06-05T10:00:00Z, 2026-06-10T10:00:00Z",
        // over Easter Monday, 6 April 2026
        "P1D, working-days, de, Europe/Berlin, 2026-04-02T08:00:00Z, 2026-04-07T08:00:00Z",
        // Friday 1 May 2026 is a holiday in Finland and in Germany, none in Denmark
        "P1D, working-days, fi, Europe/Helsinki, 2026-04-30T09:00:00Z, 2026-05-04T09:00:00Z",
        "P1D, working-days, dk, Europe/Copenhagen, 2026-04-30T09:00:00Z, 2026-05-01T09:00:00Z",
        // ten working days over Norway's Maundy Thursday, Good Friday and Easter Monday
        "P10D, working-days, no, Europe/Oslo, 2026-03-30T08:00:00Z, 2026-04-16T08:00:00Z",
        // Saturday counts nothing: Monday is the first day, over when Tuesday begins
        "P1D, working-days, nl, Europe/Amsterdam, 2026-06-06T10:00:00Z, 2026-06-08T22:00:00Z",
        // a 29th of February that is, and one that is not
        "P1M, days, fi, Europe/Helsinki, 2028-01-29T10:00:00Z, 2028-02-29T10:00:00Z",
        "P1M, days, fi, Europe/Helsinki, 2027-01-29T10:00:00Z, 2027-02-28T10:00:00Z",
        "P12M, days, fi, Europe/Helsinki, 2028-02-29T10:00:00Z, 2029-02-28T10:00:00Z",
        "P1D, working-days, se, Europe/Stockholm, 2028-02-28T10:00:00Z, 2028-02-29T10:00:00Z",
        // a month that would end on Saturday ends when Monday begins
        "P1M, working-days, eu, Europe/Brussels, 2026-05-06T10:00:00Z, 2026-06-07T22:00:00Z",
        // the same moment in two zones: the day there is another
        "P1D, working-days, ua, Europe/Kyiv, 2026-06-05T21:30:00Z, 2026-06-08T21:00:00Z",
        "P1D, working-days, eu, Europe/Brussels, 2026-06-05T21:30:00Z, 2026-06-08T21:30:00Z"
    })
    void timeIsCountedAsTheTableSays(
            String amount, String counted, String calendar, ZoneId zone, Instant start, Instant due) {
        assertThat(measure(counted, calendar, zone).after(start, Amount.of(amount)))
                .isEqualTo(due);
    }

    @Test
    void whatIsNotCountedHasANameForWhoeverWonders() {
        var skipped = Calendars.holidays("no").between(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 4, 15));

        assertThat(skipped)
                .extracting(it -> it.getDate().toString())
                .containsExactly("2026-04-02", "2026-04-03", "2026-04-06");
    }

    /** Epiphany is kept in Munich, International Women's Day in Berlin, the Day of German Unity in both. */
    @ParameterizedTest
    @CsvSource({
        "de, 2026-01-06, true", "de-by, 2026-01-06, false", "de-be, 2026-01-06, true",
        "de, 2027-03-08, true", "de-by, 2027-03-08, true", "de-be, 2027-03-08, false",
        "de, 2028-10-03, false", "de-by, 2028-10-03, false", "de-be, 2028-10-03, false",
        "de-xx, 2026-01-06, true", "es-ct, 2026-09-11, false", "es-md, 2026-09-11, true"
    })
    void aRegionKeepsItsOwnHolidaysToo(String calendar, LocalDate day, boolean working) {
        assertThat(Calendars.holidays(calendar).isWorking(day)).isEqualTo(working);
    }

    /** The two days after the eve of Epiphany in Munich and in Berlin. */
    @ParameterizedTest
    @CsvSource({"de-by, 2026-01-08T09:00:00Z", "de-be, 2026-01-07T09:00:00Z"})
    void aWorkingDayIsOneWhereTheProviderIs(String calendar, Instant due) {
        assertThat(measure("working-days", calendar, ZoneId.of("Europe/Berlin"))
                        .after(Instant.parse("2026-01-05T09:00:00Z"), Amount.of("P2D")))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb", "gr", "hr", "hu", "ie", "is",
                "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se", "si", "sk", "ua"
            })
    void everyCountryOfTheProductHasItsOwnCalendar(String country) {
        var holidays = Calendars.holidays(country);

        assertThat(holidays).isNotSameAs(Calendars.holidays("xx"));
        assertThat(holidays.isWorking(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(holidays.isWorking(LocalDate.of(2026, 2, 12))).isTrue();
        assertThat(holidays.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .hasSizeBetween(5, 18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "P", "PT", "P-1D", "WD3", "14 days"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Amount.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P14D", "PT24H", "P1M", "P1Y2M3DT4H"})
    void anAmountIsWrittenAsItWasRead(String text) {
        assertThat(Amount.of(text)).hasToString(text);
    }

    @Test
    void aClockThatStoodStillOverAHolidayHasAsManyWorkingDaysLeftAsBefore() {
        var fi = measure("working-days", "fi", ZoneId.of("Europe/Helsinki"));
        var start = Instant.parse("2026-04-27T07:00:00Z");
        // stands still from Wednesday on, over Friday 1 May, until Wednesday a week later
        var stood = new Course.Pause(Instant.parse("2026-04-29T07:00:00Z"), Instant.parse("2026-05-06T07:00:00Z"));

        var course = new Course(fi, start, List.of(stood));

        assertThat(course.at(Amount.of("P3D"))).isEqualTo(Instant.parse("2026-05-07T07:00:00Z"));
        assertThat(new Course(fi, start, List.of()).at(Amount.of("P3D")))
                .isEqualTo(Instant.parse("2026-04-30T07:00:00Z"));
    }

    static Measure measure(String counted, String calendar, ZoneId zone) {
        return switch (counted) {
            case "hours" -> new Hours(zone);
            case "days" -> new Days(zone);
            default -> new WorkingDays(zone, Calendars.holidays(calendar));
        };
    }
}

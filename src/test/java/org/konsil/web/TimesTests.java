package org.konsil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTests {

    private final Times times = new Times(Locale.ENGLISH, ZoneId.of("Europe/Brussels"));

    @Test
    void everyTimeSaysItsZone() {
        assertThat(times.minute(Instant.parse("2026-01-31T23:30:05Z"))).isEqualTo("1 Feb 2026, 00:30 CET");
        assertThat(times.second(Instant.parse("2026-07-01T22:30:05Z"))).isEqualTo("2 Jul 2026, 00:30:05 CEST");
    }

    @Test
    void aDayIsTheOneOnWhichTheClocksCountIt() {
        assertThat(times.day(Instant.parse("2026-12-19T23:00:00Z"))).isEqualTo("20 Dec 2026");
        assertThat(times.day(LocalDate.of(2026, 12, 20))).isEqualTo("20 Dec 2026");
        assertThat(times.minute(LocalDate.of(2026, 12, 20))).isEqualTo("20 Dec 2026");
    }

    @Test
    void aSpanWithinAMinuteIsOneTime() {
        var at = Instant.parse("2026-01-31T10:30:05Z");
        assertThat(times.span(at, at.plusSeconds(20))).isEqualTo("31 Jan 2026, 11:30 CET");
        assertThat(times.span(at, at.plusSeconds(120))).isEqualTo("31 Jan 2026, 11:30–11:32 CET");
    }

    @Test
    void whatIsWrittenAsADateIsReadAndEverythingElseStays() {
        assertThat(times.minute("2026-03-01")).isEqualTo("1 Mar 2026");
        assertThat(times.minute("2026-03-01T10:00:00.123Z")).isEqualTo("1 Mar 2026, 11:00 CET");
        assertThat(times.minute("HP:0001250")).isEqualTo("HP:0001250");
        assertThat(times.minute("2026-13-41")).isEqualTo("2026-13-41");
        assertThat(times.day(null)).isEmpty();
    }

    @Test
    void aWayToWriteIsMadeOnceForEachLanguage() {
        var other = new Times(Locale.ENGLISH, ZoneId.of("Europe/Athens"));
        var suomi = new Times(Locale.of("fi"), ZoneId.of("Europe/Brussels"));
        var at = Instant.parse("2026-03-31T23:30:05Z");

        assertThat(other.formatter("d MMM yyyy")).isSameAs(times.formatter("d MMM yyyy"));
        assertThat(other.minute(at)).isEqualTo("1 Apr 2026, 02:30 EEST");
        assertThat(times.minute(at)).isEqualTo("1 Apr 2026, 01:30 CEST");
        assertThat(suomi.day(at)).isNotEqualTo(times.day(at));
    }
}

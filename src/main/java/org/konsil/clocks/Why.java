package org.konsil.clocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Why a date is what it is, in codes that a page turns into words.
 *
 * @param basis law, published or default
 * @param source the table's words for where its value comes from
 * @param deadline as in the table: {@code P10D}
 * @param counted hours, days or working-days
 * @param calendar a country's code, {@code de}, with its region where that is known, {@code de-by}, or {@code eu}
 * @param holidays public holidays that were not counted
 */
public record Why(
        String basis,
        String source,
        String deadline,
        String counted,
        String calendar,
        ZoneId zone,
        List<LocalDate> holidays) {

    public Why {
        holidays = List.copyOf(holidays);
    }
}

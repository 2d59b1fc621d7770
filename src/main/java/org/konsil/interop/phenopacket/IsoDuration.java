package org.konsil.interop.phenopacket;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** ISO 8601 durations as Phenopackets write ages: years, months, weeks, days, and hours of the newborn. */
final class IsoDuration {

    private static final String NUMBER = "(\\d{1,6}(?:[.,]\\d{1,6})?)";
    private static final Pattern FORM = Pattern.compile("P(?=\\d|T\\d)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:"
            + NUMBER + "W)?(?:" + NUMBER + "D)?(?:T(?=\\d)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "S)?)?");

    /** Days of one unit, in the order of the pattern's groups: year, month, week, day, hour, minute, second. */
    private static final double[] DAYS = {365.25, 365.25 / 12, 7, 1, 1 / 24.0, 1 / 1440.0, 1 / 86400.0};

    private IsoDuration() {}

    /** The length in days, a year taken as 365.25; empty if the text is no duration. */
    static Optional<Double> days(String text) {
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(sum(match.toMatchResult())) : Optional.empty();
    }

    private static double sum(MatchResult match) {
        var days = 0.0;
        for (int unit = 0; unit < DAYS.length; unit++) {
            var number = match.group(unit + 1);
            days += number == null ? 0 : Double.parseDouble(number.replace(',', '.')) * DAYS[unit];
        }
        return days;
    }
}

package org.konsil.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.konsil.kernel.Stage;

/**
 * Open work as the store counts it: of which case it is nobody can tell from it.
 *
 * @param portions how much there is of each kind; only of what there is
 * @param hands how much each person has in hand; empty where that was not asked for
 * @param due what is not late yet, by the day on which it comes due
 */
public record CountedWork(List<Portion> portions, List<InHand> hands, Map<LocalDate, Long> due) {

    /** What portions are told apart by, beside stage, age and clock. */
    public enum By {
        NETWORK("network"),
        COUNTRY("country");

        private final String column;

        By(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /**
     * How it is counted.
     *
     * @param ages after how many days a new age begins, rising; the youngest begins with 0
     * @param days for how many days from today on it is said what comes due, 1 or more
     * @param hands whether it is said who has how much in hand
     */
    public record Asked(Instant now, By by, List<Integer> ages, int days, boolean hands) {}

    /**
     * Pieces of work of one kind.
     *
     * @param group id of the network, empty where none is chosen yet; or code of the country
     * @param age which of the ages that were asked for, from 0 on
     * @param late its clock runs, and its date has come
     * @param stopped its clock stands still
     */
    public record Portion(Stage stage, String group, int age, boolean late, boolean stopped, long many) {}

    /** What somebody has in hand. */
    public record InHand(String userId, long open, long late) {}
}

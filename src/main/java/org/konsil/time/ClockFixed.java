package org.konsil.time;

import java.util.List;
import org.konsil.kernel.Refusal;

/** The clock cannot be moved so. */
public class ClockFixed extends Refusal {

    private ClockFixed(Kind kind, String code, String message, List<Field> fields) {
        super(kind, code, message, fields);
    }

    static ClockFixed here() {
        return new ClockFixed(
                Kind.FORBIDDEN, "time-clock-fixed", "This installation's clock shows the real time", List.of());
    }

    static ClockFixed backwards() {
        return new ClockFixed(
                Kind.INVALID,
                "time-only-forward",
                "The clock moves forward only",
                List.of(new Field("/by", "must be at least one second")));
    }

    static ClockFixed tooFar() {
        return new ClockFixed(
                Kind.INVALID,
                "time-too-far",
                "The clock moves at most twenty years at once",
                List.of(new Field("/by", "must be at most twenty years")));
    }
}

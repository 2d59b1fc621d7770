package org.konsil.delivery;

import java.util.List;
import org.konsil.kernel.Refusal;

/** The panel's advice has another number of recommendations than were answered. */
public class NotEveryItemAnswered extends Refusal {

    NotEveryItemAnswered(int expected, int answered) {
        super(
                Kind.INVALID,
                "not-every-item-answered",
                "The advice has " + expected + " recommendations, " + answered + " were answered",
                List.of(new Field("/items", "Answer all " + expected + " recommendations, each exactly once")),
                expected,
                answered);
    }
}

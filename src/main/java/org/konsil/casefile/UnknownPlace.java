package org.konsil.casefile;

import java.util.List;
import org.konsil.kernel.Refusal;

/** The list was asked to go on after a place that it never gave. */
public class UnknownPlace extends Refusal {

    UnknownPlace() {
        super(
                Kind.INVALID,
                "unknown-place",
                "The list has no such place",
                List.of(new Field("/after", "give the value of 'next' from the page before")));
    }
}

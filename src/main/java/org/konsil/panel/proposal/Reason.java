package org.konsil.panel.proposal;

import java.util.List;

/**
 * One thing that speaks for an expert, or against.
 *
 * @param code key of the words {@code panel.reason.<code>}
 * @param points by the table {@code expert-proposal}; negative where it speaks against
 * @param about what the words name: a discipline, a country, a number
 */
public record Reason(String code, int points, List<Object> about) {

    public Reason {
        about = List.copyOf(about);
    }

    static Reason of(String code, int points, Object... about) {
        return new Reason(code, points, List.of(about));
    }

    public boolean speaksFor() {
        return points > 0;
    }
}

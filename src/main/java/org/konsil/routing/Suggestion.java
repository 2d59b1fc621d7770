package org.konsil.routing;

import java.util.List;
import org.konsil.kernel.NetworkId;

/**
 * A network in a ranking, with its reasons, strongest first.
 *
 * @param asked it had the case in an earlier round; such networks come last
 */
public record Suggestion(NetworkId network, List<Reason> reasons, boolean asked) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** The sum of the reasons' weights; only good for comparing. */
    public double weight() {
        return reasons.stream().mapToDouble(Reason::weight).sum();
    }
}

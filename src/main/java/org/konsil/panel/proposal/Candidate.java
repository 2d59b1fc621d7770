package org.konsil.panel.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.konsil.directory.Expert;

/**
 * An expert who could be asked, with what is known of them apart from this panel.
 *
 * @param branches the names of the branches of the case's diseases on which the expert works
 * @param languages ISO 639-1 codes, of the languages of the home country besides English, that the expert speaks
 * @param isDeputy stands in for an expert who dropped out of this panel
 * @param isPartlyAway away for a part of the time until opinions are wanted
 * @param isOfHomeHospital works where the patient is treated
 */
public record Candidate(
        Expert expert,
        Track track,
        List<String> branches,
        Set<String> languages,
        boolean isDeputy,
        boolean isPartlyAway,
        boolean isOfHomeHospital) {

    public Candidate {
        branches = List.copyOf(branches);
        languages = Set.copyOf(languages);
    }

    /** Is listed with the reason, and never proposed. */
    boolean isBarred() {
        return isOfHomeHospital;
    }

    /** What speaks for and against, beside what others bring already: the disciplines still lacking, the countries heard. */
    List<Reason> reasons(Weights weights, Set<String> lacking, Set<String> heard) {
        var reasons = new ArrayList<Reason>();
        add(reasons, isDeputy, "deputy", weights);
        add(reasons, lacking.contains(expert.discipline()), "discipline", weights, expert.discipline());
        add(reasons, !branches.isEmpty(), "expertise", weights, String.join(", ", branches));
        add(reasons, !heard.contains(expert.country().code()), "country", weights, expert.country());
        add(reasons, !languages.isEmpty(), "language", weights, languages);
        addWork(reasons, weights);
        add(reasons, isPartlyAway, "partlyAway", weights);
        add(reasons, isOfHomeHospital, "sameHospital", weights);
        return reasons;
    }

    private void addWork(List<Reason> reasons, Weights weights) {
        if (track.open() > 0) {
            var counted = Math.min(track.open(), weights.points("openWorkAtMost"));
            reasons.add(Reason.of("openWork", weights.points("openWork") * counted, track.open()));
        }
        track.median().ifPresent(median -> {
            add(reasons, median.compareTo(weights.days("promptDays")) <= 0, "prompt", weights);
            add(reasons, median.compareTo(weights.days("lateDays")) > 0, "late", weights);
        });
    }

    private static void add(List<Reason> reasons, boolean holds, String code, Weights weights, Object... about) {
        if (holds) {
            reasons.add(Reason.of(code, weights.points(code), about));
        }
    }
}

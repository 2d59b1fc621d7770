package org.konsil.domestic;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konsil.domestic.Evidence.Kind;

/** All evidence of a case together. What comes later corrects what came before. */
public record EvidenceSet(List<Evidence> contributions) {

    private static final String SOLUTION = "solution";
    private static final String UNKNOWN = "unknown";

    public EvidenceSet {
        contributions = List.copyOf(contributions);
    }

    /** A domestic centre, or the contact point in its place, gave its opinion. */
    public boolean isCentreConsulted() {
        return contributions.stream().anyMatch(it -> it.kind() == Kind.OPINION);
    }

    /** When the first opinion came that was given after a moment. */
    public Optional<Instant> opinionSince(Instant asked) {
        return contributions.stream()
                .filter(it -> it.kind() == Kind.OPINION && !it.at().isBefore(asked))
                .map(Evidence::at)
                .min(Comparator.naturalOrder());
    }

    /** The latest opinion or meeting says that the patient can be helped within the country. */
    public boolean hasSolution() {
        return latest(Kind.OPINION, SOLUTION).equals("yes")
                || latest(Kind.MEETING, "conclusion").equals(SOLUTION);
    }

    /** held, not-available or none. */
    String networkDiscussion() {
        return switch (latest(Kind.MEETING, "held")) {
            case "yes" ->
                latest(Kind.MEETING, "conclusion").equals("more-evidence") && !isMoreGiven() ? "none" : "held";
            case "not-available" -> "not-available";
            default -> "none";
        };
    }

    /** The home clinician added evidence after the meeting. */
    private boolean isMoreGiven() {
        return contributions.getLast().kind() == Kind.OWN;
    }

    Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        facts.put("solution", hasSolution());
        facts.put("centreConsulted", isCentreConsulted());
        facts.put("networkDiscussion", networkDiscussion());
        facts.put("diagnostics", latest("diagnosticsDone"));
        facts.put("treatments", latest("treatmentsTried"));
        facts.put("trialsSearched", latest("trialsSearched").equals("yes"));
        facts.put("guideline", latest("guidelineConsulted"));
        facts.put("reasonClass", latest("reasonClass"));
        return facts;
    }

    private String latest(String field) {
        return last(contributions.stream().filter(it -> it.has(field)).toList(), field);
    }

    private String latest(Kind kind, String field) {
        return last(contributions.stream().filter(it -> it.kind() == kind).toList(), field);
    }

    private static String last(List<Evidence> some, String field) {
        return some.isEmpty() ? UNKNOWN : some.getLast().answer(field);
    }
}

package org.konsil.panel.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom to ask: one after the other, whoever adds most to those picked before. Equal points go by the order of the candidates. */
public record Proposal(List<Proposed> experts, List<String> lacking) {

    /** @param lacking disciplines that nobody of those proposed brings */
    public Proposal {
        experts = List.copyOf(experts);
        lacking = List.copyOf(lacking);
    }

    /**
     * Picks.
     *
     * @param wanted disciplines that the panel needs
     * @param present disciplines, and heard: countries, of those who were asked before and are there
     * @param seats how many are to be asked; the others follow as they stand then, not chosen, and last whoever has a conflict of interest by the hospital
     */
    public static Proposal of(
            List<Candidate> candidates,
            Collection<String> wanted,
            Set<String> present,
            Set<String> heard,
            int seats,
            Weights weights) {
        var left = candidates.stream().filter(one -> !one.isBarred()).collect(Collectors.toCollection(ArrayList::new));
        var lacking = new HashSet<>(wanted);
        lacking.removeAll(present);
        var countries = new HashSet<>(heard);
        var picked = new ArrayList<Proposed>();
        while (!left.isEmpty()) {
            var seated = picked.size() < seats;
            var best = best(left, weights, lacking, countries);
            picked.add(proposed(best, weights, lacking, countries, seated));
            left.remove(best);
            if (seated) {
                lacking.remove(best.expert().discipline());
                countries.add(best.expert().country().code());
            }
        }
        candidates.stream()
                .filter(Candidate::isBarred)
                .map(one -> proposed(one, weights, lacking, countries, false))
                .forEach(picked::add);
        return new Proposal(picked, wanted.stream().filter(lacking::contains).toList());
    }

    /** Those whom it would invite. */
    public Stream<Proposed> chosen() {
        return experts.stream().filter(Proposed::chosen);
    }

    /** The first of those with the most points. */
    private static Candidate best(List<Candidate> left, Weights weights, Set<String> lacking, Set<String> heard) {
        var most = left.stream()
                .mapToInt(one -> points(one.reasons(weights, lacking, heard)))
                .max()
                .orElse(0);
        return left.stream()
                .filter(one -> points(one.reasons(weights, lacking, heard)) == most)
                .findFirst()
                .orElseThrow();
    }

    private static int points(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::points).sum();
    }

    private static Proposed proposed(
            Candidate one, Weights weights, Set<String> lacking, Set<String> heard, boolean seated) {
        var reasons = one.reasons(weights, lacking, heard).stream()
                .sorted(Comparator.comparingInt((Reason reason) -> -Math.abs(reason.points())))
                .toList();
        return new Proposed(one.expert(), one.track(), reasons, seated);
    }
}

package org.konsil.panel.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.konsil.directory.Expert;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/** Whom a proposal picks, and what it says for it. */
class ProposalTests {

    private static final Weights WEIGHTS = Weights.of(Map.of(
            "discipline", 8,
            "expertise", 4,
            "country", 2,
            "openWork", -2,
            "late", -1,
            "lateDays", 7,
            "sameHospital", -20,
            "openWorkAtMost", 3));

    @Test
    void aDisciplineThatIsStillLackingGoesBeforeASecondOfTheSame() {
        var proposal = propose(
                2,
                Set.of(),
                expert("a", "genetics", "it"),
                expert("b", "genetics", "fr"),
                expert("c", "surgery", "it"));

        assertThat(chosen(proposal)).containsExactly("a", "c");
        assertThat(proposal.lacking()).isEmpty();
    }

    @Test
    void whatNobodyBringsIsSaid() {
        assertThat(propose(2, Set.of(), expert("a", "genetics", "it")).lacking())
                .containsExactly("surgery");
    }

    @Test
    void whatSomebodyBringsAlreadyIsNotLookedForAgain() {
        var proposal = propose(1, Set.of("genetics"), expert("a", "genetics", "it"), expert("b", "surgery", "it"));

        assertThat(chosen(proposal)).containsExactly("b");
    }

    @Test
    void ofTwoAlikeWhoeverHasLessOpenIsAskedFirst() {
        var busy = with(expert("a", "genetics", "it"), new Track(2, 2, 2, 2, Optional.empty()));
        var proposal = propose(1, Set.of(), busy, expert("b", "genetics", "it"));

        assertThat(chosen(proposal)).containsExactly("b");
        assertThat(reasons(proposal, "a")).contains("openWork");
    }

    @Test
    void aDisciplineThatIsLackingIsAskedForHoweverMuchIsOpen() {
        var busy = with(expert("a", "genetics", "it"), new Track(40, 40, 40, 40, Optional.empty()));
        var proposal = propose(1, Set.of(), busy, expert("b", "dermatology", "it"));

        assertThat(chosen(proposal)).containsExactly("a");
    }

    @Test
    void anotherCountryIsAReasonOnlyWhileItIsNotHeard() {
        var proposal = propose(3, Set.of(), expert("a", "genetics", "it"), expert("b", "surgery", "it"));

        assertThat(reasons(proposal, "a")).contains("country");
        assertThat(reasons(proposal, "b")).doesNotContain("country");
    }

    @Test
    void whoUsuallyAnswersLateIsSaidSo() {
        var late = with(expert("a", "genetics", "it"), new Track(0, 3, 3, 3, Optional.of(Duration.ofDays(9))));

        assertThat(reasons(propose(1, Set.of(), late), "a")).contains("late");
    }

    @Test
    void nobodyOfTheHomeHospitalIsProposed() {
        var own = new Candidate(person("a", "genetics", "fi"), Track.NONE, List.of(), Set.of(), false, false, true);

        assertThat(chosen(propose(1, Set.of(), own))).isEmpty();
        assertThat(propose(1, Set.of(), own).experts()).hasSize(1);
    }

    private static Proposal propose(int seats, Set<String> present, Candidate... candidates) {
        return Proposal.of(List.of(candidates), List.of("genetics", "surgery"), present, Set.of(), seats, WEIGHTS);
    }

    private static List<String> chosen(Proposal proposal) {
        return proposal.chosen().map(it -> it.expert().userId()).toList();
    }

    private static List<String> reasons(Proposal proposal, String expert) {
        return proposal.experts().stream()
                .filter(it -> it.expert().userId().equals(expert))
                .flatMap(it -> it.reasons().stream())
                .map(Reason::code)
                .toList();
    }

    private static Candidate expert(String id, String discipline, String country) {
        return new Candidate(person(id, discipline, country), Track.NONE, List.of(), Set.of(), false, false, false);
    }

    private static Candidate with(Candidate one, Track track) {
        return new Candidate(one.expert(), track, one.branches(), one.languages(), false, false, false);
    }

    private static Expert person(String id, String discipline, String country) {
        return new Expert(id, NetworkId.of("epicare"), id, Country.of(country), discipline, List.of("en"));
    }
}

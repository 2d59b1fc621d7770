package org.konsil.panel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.panel.proposal.Candidate;
import org.konsil.panel.proposal.Proposal;
import org.konsil.panel.proposal.Proposed;
import org.konsil.panel.proposal.Reason;
import org.konsil.panel.proposal.Track;
import org.konsil.panel.proposal.Weights;
import org.konsil.rules.Rules;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Proposes whom to invite to a panel that is to be convened, and to one that has too few. The coordinator accepts or changes it. */
@Component
class Proposals {

    private final Candidates candidates;
    private final Suitable suitable;
    private final PanelFacts facts;
    private final Rules rules;
    private final MessageSource words;

    Proposals(Candidates candidates, Suitable suitable, PanelFacts facts, Rules rules, MessageSource words) {
        this.candidates = candidates;
        this.suitable = suitable;
        this.facts = facts;
        this.rules = rules;
        this.words = words;
    }

    /** For a new panel of these networks, the one that leads first. */
    Proposal toConvene(CaseId caseId, List<NetworkId> networks, Map<String, KnownConflict> conflicts) {
        return toConvene(caseId, facts.advice(caseId, networks), conflicts);
    }

    /** For a new panel. Networks that help propose experts of their own; theirs are listed after those of the network that leads, and can be chosen too. */
    Proposal toConvene(CaseId caseId, PanelAdvice advice, Map<String, KnownConflict> conflicts) {
        var weights = Weights.of(rules, advice.leading());
        var all = candidates.of(caseId, suitable.next(advice, conflicts), List.of());
        Predicate<Candidate> leads = it -> advice.leading().equals(it.expert().network());
        var own = all.stream().filter(leads).toList();
        var others = all.stream().filter(leads.negate()).toList();
        var wanted = advice.disciplines();
        var proposal = Proposal.of(own, wanted, Set.of(), Set.of(), advice.seats(), weights);
        var listed = Proposal.of(others, wanted, Set.of(), Set.of(), 0, weights);
        return new Proposal(
                Stream.concat(proposal.experts().stream(), listed.experts().stream())
                        .toList(),
                proposal.lacking());
    }

    /** For a panel at work: as many as its quorum lacks, and one more. */
    Proposal toAdd(
            Panel panel, List<NetworkId> networks, List<Invitation> before, Map<String, KnownConflict> conflicts) {
        var there = there(before).toList();
        var seats = Math.max(1, panel.quorum() - there.size() + 1);
        return Proposal.of(
                candidates.of(panel.caseId(), suitable.next(panel, networks, before, conflicts), before),
                facts.disciplines(panel.caseId(), networks),
                there.stream().map(Invitation::discipline).collect(Collectors.toSet()),
                candidates.countries(there),
                seats,
                Weights.of(rules, networks.getFirst()));
    }

    /** For a form: each expert with what speaks for and against, the best first. */
    ArrayNode options(Proposal proposal, NetworkId lead) {
        var options = JsonNodeFactory.instance.arrayNode();
        var labels = suitable.labels(
                proposal.experts().stream().map(Proposed::expert).toList(), lead);
        for (var one : proposal.experts()) {
            var why = Stream.concat(one.reasons().stream().map(this::say), Stream.of(record(one.track())))
                    .collect(Collectors.joining("; "));
            options.addObject()
                    .put("value", one.expert().userId())
                    .put("label", labels.get(one.expert().userId()) + " — " + why);
        }
        return options;
    }

    /** How soon the expert answered so far, in the reader's words; that nothing is known, where nobody asked. */
    String record(Track track) {
        var reader = LocaleContextHolder.getLocale();
        return track.median()
                .map(median -> words.getMessage(
                        "panel.record", new Object[] {Track.days(median), track.answered(), track.asked()}, reader))
                .orElseGet(() -> words.getMessage("panel.record.none", new Object[] {track.asked()}, reader));
    }

    /** A reason in the reader's words. */
    String say(Reason reason) {
        var reader = LocaleContextHolder.getLocale();
        var about = reason.about().stream().map(it -> say(it, reader)).toArray();
        return words.getMessage("panel.reason." + reason.code(), about, reader);
    }

    private static Object say(Object about, Locale reader) {
        return switch (about) {
            case Country country -> country.name(reader);
            case Set<?> languages ->
                languages.stream()
                        .map(code -> Languages.name(String.valueOf(code)))
                        .sorted()
                        .collect(Collectors.joining(", "));
            case String code -> code.replace('-', ' ');
            default -> about;
        };
    }

    private static Stream<Invitation> there(List<Invitation> before) {
        return before.stream().filter(it -> it.isOpen() || it.takesPart());
    }
}

package org.konsil.desk.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.advice.DiagnosisNames;
import org.konsil.advice.Outcome;
import org.konsil.advice.Outcomes;
import org.konsil.advice.Signature;
import org.konsil.casefile.CaseFiles;
import org.konsil.desk.dossier.Opened;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.panel.Discussion;
import org.konsil.panel.Invitation;
import org.konsil.panel.Panels;
import org.konsil.vault.ContentErased;
import org.konsil.worklist.ClockStories;
import org.konsil.worklist.ClockStory;
import org.konsil.worklist.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The panel of a case, its clock and what it has advised so far, for the page of the case. */
@Component
class PanelParts {

    /** Advice given while the panel still deliberates. */
    record Interim(String by, Instant at, String text) {}

    private final Panels panels;
    private final Discussion discussion;
    private final Outcomes outcomes;
    private final DiagnosisNames diagnoses;
    private final ClockStories clocks;
    private final WorkItems work;
    private final CaseFiles cases;
    private final Names names;

    PanelParts(
            Panels panels,
            Discussion discussion,
            Outcomes outcomes,
            DiagnosisNames diagnoses,
            ClockStories clocks,
            WorkItems work,
            CaseFiles cases,
            Names names) {
        this.panels = panels;
        this.discussion = discussion;
        this.outcomes = outcomes;
        this.diagnoses = diagnoses;
        this.clocks = clocks;
        this.work = work;
        this.cases = cases;
        this.names = names;
    }

    void add(Opened opened, Model model) {
        var caseId = opened.caseId();
        var works = opened.may(Right.READ_OPINIONS) && discussion.isFor(caseId, opened.reader());
        var mayReadPanel = opened.may(Right.READ_PANEL);
        var invitations = mayReadPanel ? panels.invitations(caseId) : List.<Invitation>of();
        var panel = panels.of(caseId).filter(it -> mayReadPanel);
        var outcome =
                outcome(caseId, works).filter(it -> it.closedAt() == null ? works : opened.may(Right.READ_ADVICE));
        var lead = panel.map(it -> List.of(it.lead())).orElse(List.of());
        var signers = outcome.map(Outcome::signatures).orElse(List.of());
        model.addAttribute("works", works);
        model.addAttribute("panel", panel.orElse(null));
        model.addAttribute("invitations", invitations);
        model.addAttribute("outcome", outcome.orElse(null));
        model.addAttribute("diagnosis", outcome.map(diagnoses::of).orElse(""));
        var running = clocks.of(caseId, work.open(caseId, opened.reader()), LocaleContextHolder.getLocale());
        model.addAttribute("clocks", running);
        model.addAttribute("firstClock", first(running).orElse(null));
        model.addAttribute("interim", works ? interim(caseId) : List.of());
        model.addAttribute(
                "people",
                people(Stream.of(
                                lead.stream(),
                                invitations.stream().map(Invitation::expert),
                                signers.stream().map(Signature::signer))
                        .flatMap(Function.identity())));
    }

    /** The one that is due first; all of them have a date. */
    private static Optional<ClockStory> first(List<ClockStory> clocks) {
        return clocks.stream()
                .min(Comparator.comparing(ClockStory::due, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private Optional<Outcome> outcome(CaseId caseId, boolean works) {
        try {
            return outcomes.all(caseId).stream()
                    .filter(outcome -> outcome.isClosed() || works)
                    .findFirst();
        } catch (ContentErased e) {
            return Optional.empty();
        }
    }

    private Map<String, String> people(Stream<String> ids) {
        return ids.distinct().collect(Collectors.toMap(Function.identity(), names::person));
    }

    /** Newest first. */
    private List<Interim> interim(CaseId caseId) {
        var found = new ArrayList<Interim>();
        try {
            for (var given : cases.submissions(caseId, "lead-discussion")) {
                var text = given.answers().path("interimAdvice").asText("").strip();
                if (!text.isEmpty()) {
                    found.add(new Interim(names.person(given.by().userId()), given.at(), text));
                }
            }
        } catch (ContentErased e) {
            return List.of();
        }
        return found.reversed();
    }
}

package org.konsil.desk.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.konsil.access.Grants;
import org.konsil.access.Restrictions;
import org.konsil.desk.dossier.Dossiers;
import org.konsil.desk.dossier.Flags;
import org.konsil.desk.dossier.History;
import org.konsil.desk.dossier.HistoryLine;
import org.konsil.desk.dossier.Opened;
import org.konsil.desk.dossier.OtherCases;
import org.konsil.desk.dossier.Papers;
import org.konsil.desk.dossier.ProcessPaths;
import org.konsil.desk.dossier.Step;
import org.konsil.desk.events.CaseEvent;
import org.konsil.desk.events.CaseEvents;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.worklist.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: where it stands, who is asked for what, and all that its reader may know of it. */
@Needs(Right.KNOW)
@Controller
class CasePage {

    private static final int LAST = 8;

    private final Dossiers dossiers;
    private final Flags flags;
    private final WorkItems work;
    private final ProcessPaths paths;
    private final Papers papers;
    private final History history;
    private final CaseEvents events;
    private final CaseParts parts;
    private final PanelParts panel;
    private final Names names;
    private final OtherCases others;
    private final Restrictions restrictions;
    private final Grants grants;
    private final MessageSource messages;

    CasePage(
            Dossiers dossiers,
            Flags flags,
            WorkItems work,
            ProcessPaths paths,
            Papers papers,
            History history,
            CaseEvents events,
            CaseParts parts,
            PanelParts panel,
            Names names,
            OtherCases others,
            Restrictions restrictions,
            Grants grants,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.flags = flags;
        this.work = work;
        this.paths = paths;
        this.papers = papers;
        this.history = history;
        this.events = events;
        this.parts = parts;
        this.panel = panel;
        this.names = names;
        this.others = others;
        this.restrictions = restrictions;
        this.grants = grants;
        this.messages = messages;
    }

    @GetMapping("/cases/{caseId}")
    String show(@PathVariable CaseId caseId, Model model, Locale locale) {
        var opened = dossiers.open(caseId);
        model.addAttribute("here", "cases");
        model.addAttribute("may", opened.rights().stream().map(Right::name).toList());
        model.addAttribute("about", CaseRow.of(opened.about(), names, locale));
        var ways = paths.of(caseId);
        model.addAttribute("paths", ways);
        model.addAttribute("steps", Step.of(opened.about(), ways, messages, locale));
        model.addAttribute(
                "over", ways.stream().filter(way -> !way.process().isActive()).toList());
        model.addAttribute(
                "work",
                work.open(caseId, opened.reader()).stream()
                        .map(item ->
                                WorkRow.of(item, opened.about().pseudonym(), names, work.opens(item, opened.reader())))
                        .toList());
        model.addAttribute("others", others.of(opened));
        model.addAttribute("reports", reports(opened));
        model.addAttribute("restricted", restrictions.isRestricted(caseId));
        model.addAttribute("waiting", grants.isWaiting(caseId));
        model.addAttribute("rights", opened.may(Right.READ_REQUESTS));
        if (opened.may(Right.READ_HISTORY)) {
            var lines = history.of(caseId, locale).stream()
                    .filter(HistoryLine::isChange)
                    .toList();
            model.addAttribute(
                    "lines",
                    lines.subList(Math.max(0, lines.size() - LAST), lines.size())
                            .reversed());
        }
        if (opened.may(Right.READ_CLINICAL)) {
            model.addAttribute("flags", flags.of(opened.about()));
            model.addAttribute("registered", papers.registered(opened, locale).orElse(null));
        }
        parts.add(opened, model, locale);
        panel.add(opened, model);
        return "desk/case";
    }

    /** The events that this reader may report now. */
    private List<String> reports(Opened opened) {
        return Arrays.stream(CaseEvent.values())
                .filter(event -> opened.may(Right.REPORT))
                .filter(event -> events.isPossible(opened.caseId(), event, opened.reader()))
                .map(CaseEvent::code)
                .toList();
    }
}

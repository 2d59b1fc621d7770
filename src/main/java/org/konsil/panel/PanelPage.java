package org.konsil.panel;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of a case: who was asked; for those who work on it also the opinions and the discussion. Each reading is in the history. */
@Needs(Right.READ_PANEL)
@Controller
class PanelPage {

    private final Panels panels;
    private final Opinions opinions;
    private final Discussion discussion;
    private final PanelSessions sessions;
    private final AnswerBoard board;
    private final Carers carers;
    private final CaseFiles cases;
    private final Access access;
    private final Audit audit;

    PanelPage(
            Panels panels,
            Opinions opinions,
            Discussion discussion,
            PanelSessions sessions,
            AnswerBoard board,
            Carers carers,
            CaseFiles cases,
            Access access,
            Audit audit) {
        this.panels = panels;
        this.opinions = opinions;
        this.discussion = discussion;
        this.sessions = sessions;
        this.board = board;
        this.carers = carers;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/panel")
    String show(@PathVariable String caseId, Model page) {
        var about = CaseId.of(caseId);
        var reader = access.current();
        var panel = panels.of(about).orElseThrow(() -> new NoPanel(about));
        var works = discussion.isFor(about, reader);
        audit.recordApart(Entry.done(reader.actor(), "panel-read", about).on("panel:" + panel.id()));
        var invitations = panels.invitations(about);
        var messages = works ? discussion.of(about) : List.<Discussion.Message>of();
        page.addAttribute("here", "cases");
        page.addAttribute("caseId", caseId);
        page.addAttribute("pseudonym", cases.summary(about).pseudonym());
        page.addAttribute("panel", panel);
        page.addAttribute("invitations", invitations);
        page.addAttribute("board", works ? board.of(panel) : List.of());
        page.addAttribute("forecast", works ? board.forecast(panel).orElse(null) : null);
        page.addAttribute("cares", works && carers.isOne(about, reader));
        page.addAttribute("contributions", panels.contributions(about));
        page.addAttribute("sessions", works ? sessions.of(about) : List.of());
        page.addAttribute("reader", reader.userId());
        page.addAttribute("people", people(panel, invitations, messages));
        page.addAttribute("works", works);
        page.addAttribute("opinions", works ? opinions.of(about) : List.of());
        page.addAttribute("messages", messages);
        page.addAttribute("mayWrite", access.may(reader, about, Right.DISCUSS) && panel.state() != Panel.State.CLOSED);
        return "panel/page";
    }

    /** What those who work on the panel are called, by user id. */
    private Map<String, String> people(Panel panel, List<Invitation> invitations, List<Discussion.Message> messages) {
        return Stream.of(
                        Stream.of(panel.lead()),
                        invitations.stream().map(Invitation::expert),
                        messages.stream().map(Discussion.Message::author))
                .flatMap(Function.identity())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> access.person(id).map(Person::displayName).orElse(id)));
    }
}

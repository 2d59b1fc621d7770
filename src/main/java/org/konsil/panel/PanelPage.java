package org.konsil.panel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.konsil.panel.thread.SideNote;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel of a case: who was asked; for those who work on it also the opinions and the discussion. Each reading is in the history. */
@Needs(Right.READ_PANEL)
@Controller
class PanelPage {

    private final Panels panels;
    private final Opinions opinions;
    private final Discussion discussion;
    private final PanelSessions sessions;
    private final Members members;
    private final DiseaseNames names;
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
            Members members,
            DiseaseNames names,
            AnswerBoard board,
            Carers carers,
            CaseFiles cases,
            Access access,
            Audit audit) {
        this.panels = panels;
        this.opinions = opinions;
        this.discussion = discussion;
        this.sessions = sessions;
        this.members = members;
        this.names = names;
        this.board = board;
        this.carers = carers;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    /** @param reply the message that the reader wants to answer, by quoting it */
    @GetMapping("/cases/{caseId}/panel")
    String show(@PathVariable String caseId, @RequestParam(required = false) @Nullable UUID reply, Model page) {
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
        page.addAttribute("people", people(about, panel, invitations, messages));
        page.addAttribute("works", works);
        var given = works ? opinions.of(about) : List.<Opinions.Opinion>of();
        page.addAttribute("opinions", given);
        page.addAttribute("matrix", Matrix.of(given));
        page.addAttribute("diseases", names.of(given));
        page.addAttribute("messages", messages);
        page.addAttribute("byId", messages.stream().collect(Collectors.toMap(Discussion.Message::id, it -> it)));
        page.addAttribute("reply", reply);
        page.addAttribute("newId", UUID.randomUUID());
        page.addAttribute("noteIds", newIds(messages));
        page.addAttribute("languages", Languages.all());
        page.addAttribute(
                "languageNames",
                Languages.all().stream().collect(Collectors.toMap(Languages.Choice::code, Languages.Choice::name)));
        page.addAttribute("members", works ? members.of(about) : List.of());
        page.addAttribute("mayWrite", access.may(reader, about, Right.DISCUSS) && panel.state() != Panel.State.CLOSED);
        return "panel/page";
    }

    /** An id for a translation of each message, so that the same page sent twice is one translation. */
    private static Map<UUID, UUID> newIds(List<Discussion.Message> messages) {
        return messages.stream().collect(Collectors.toMap(Discussion.Message::id, it -> UUID.randomUUID()));
    }

    /** What those who work on the panel are called, by user id. */
    private Map<String, String> people(
            CaseId caseId, Panel panel, List<Invitation> invitations, List<Discussion.Message> messages) {
        return Stream.of(
                        Stream.of(panel.lead()),
                        members.of(caseId).stream(),
                        invitations.stream().map(Invitation::expert),
                        invitations.stream().flatMap(it -> Optional.ofNullable(it.delegatedTo()).stream()),
                        messages.stream().flatMap(it -> it.sideNotes().stream()).map(SideNote::author),
                        messages.stream().map(Discussion.Message::author))
                .flatMap(Function.identity())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> access.person(id).map(Person::displayName).orElse(id)));
    }
}

package org.konsil.panel;

import java.util.List;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The panel of a case: who was asked; for those who work on it also the opinions and the discussion. Each reading is in the history. */
@Controller
class PanelPage {

    private final Panels panels;
    private final Opinions opinions;
    private final Discussion discussion;
    private final Access access;
    private final Audit audit;

    PanelPage(Panels panels, Opinions opinions, Discussion discussion, Access access, Audit audit) {
        this.panels = panels;
        this.opinions = opinions;
        this.discussion = discussion;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping("/cases/{caseId}/panel")
    String show(@PathVariable String caseId, Model page) {
        var about = CaseId.of(caseId);
        var reader = access.current();
        access.requireSee(reader, about);
        var panel = panels.of(about).orElseThrow(() -> new NoPanel(about));
        var works = discussion.isFor(about, reader);
        audit.recordApart(Entry.done(reader.actor(), "panel-read", about).on("panel:" + panel.id()));
        page.addAttribute("caseId", caseId);
        page.addAttribute("panel", panel);
        page.addAttribute("invitations", panels.invitations(about));
        page.addAttribute("works", works);
        page.addAttribute("opinions", works ? opinions.of(about) : List.of());
        page.addAttribute("messages", works ? discussion.of(about) : List.of());
        page.addAttribute("mayWrite", works && panel.state() != Panel.State.CLOSED);
        return "panel/page";
    }
}

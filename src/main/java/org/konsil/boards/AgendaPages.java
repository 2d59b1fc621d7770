package org.konsil.boards;

import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the coordinator does with an agenda. */
@Needs(Right.HOLD_BOARDS)
@Controller
@RequestMapping("/boards/sessions/{session}/agenda")
class AgendaPages {

    private final Agendas agendas;
    private final RunningOrder order;
    private final Access access;
    private final MessageSource words;

    AgendaPages(Agendas agendas, RunningOrder order, Access access, MessageSource words) {
        this.agendas = agendas;
        this.order = order;
        this.access = access;
        this.words = words;
    }

    @PostMapping("/fill")
    String fill(@PathVariable UUID session, RedirectAttributes redirect) {
        var added = agendas.fill(session, access.current());
        redirect.addFlashAttribute(
                "done", words.getMessage("boards.done.filled", new Object[] {added}, LocaleContextHolder.getLocale()));
        return back(session);
    }

    @PostMapping("/add")
    String add(@PathVariable UUID session, @RequestParam("case") CaseId caseId) {
        agendas.add(session, caseId, access.current());
        return back(session);
    }

    @PostMapping("/remove")
    String remove(@PathVariable UUID session, @RequestParam("case") CaseId caseId) {
        agendas.remove(session, caseId, access.current());
        return back(session);
    }

    @PostMapping("/sooner")
    String sooner(@PathVariable UUID session, @RequestParam("case") CaseId caseId) {
        order.sooner(session, caseId, access.current());
        return back(session);
    }

    @PostMapping("/call")
    String call(@PathVariable UUID session, @RequestParam("case") CaseId caseId) {
        order.call(session, caseId, access.current());
        return "redirect:/cases/" + caseId + "/session/" + session;
    }

    private static String back(UUID session) {
        return "redirect:/boards/sessions/" + session + "#agenda";
    }
}

package org.konsil.telling;

import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Following a case, from its page. */
@Needs(Right.KNOW)
@Controller
class FollowPages {

    private final Follows follows;
    private final Access access;
    private final MessageSource words;

    FollowPages(Follows follows, Access access, MessageSource words) {
        this.follows = follows;
        this.access = access;
        this.words = words;
    }

    @PostMapping("/cases/{caseId}/follow")
    String follow(@PathVariable CaseId caseId, Locale locale, RedirectAttributes redirect) {
        follows.follow(caseId, access.current().userId());
        return back(caseId, "telling.followed", locale, redirect);
    }

    @PostMapping("/cases/{caseId}/unfollow")
    String unfollow(@PathVariable CaseId caseId, Locale locale, RedirectAttributes redirect) {
        follows.unfollow(caseId, access.current().userId());
        return back(caseId, "telling.unfollowed", locale, redirect);
    }

    private String back(CaseId caseId, String done, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", words.getMessage(done, null, locale));
        return "redirect:/cases/" + caseId;
    }
}

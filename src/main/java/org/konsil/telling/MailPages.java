package org.konsil.telling;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For administrators: mail that did not arrive, why, and sending it once more. */
@Needs(Right.OPERATE)
@Controller
class MailPages {

    private final MailRows mails;
    private final ObjectProvider<JavaMailSender> sender;
    private final Audit audit;
    private final Access access;
    private final TransactionTemplate transaction;
    private final MessageSource words;

    MailPages(
            MailRows mails,
            ObjectProvider<JavaMailSender> sender,
            Audit audit,
            Access access,
            TransactionTemplate transaction,
            MessageSource words) {
        this.mails = mails;
        this.sender = sender;
        this.audit = audit;
        this.access = access;
        this.transaction = transaction;
        this.words = words;
    }

    @GetMapping("/mail")
    String list(Model model) {
        model.addAttribute("here", "mail");
        model.addAttribute("mails", mails.troubled());
        model.addAttribute("sends", sender.getIfAvailable() != null);
        return "telling/mail";
    }

    @PostMapping("/mail/{id}/again")
    String again(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        transaction.executeWithoutResult(status -> {
            if (!mails.again(id)) {
                throw new MailNotGivenUp(id);
            }
            audit.record(new Entry(
                    access.current().actor(),
                    "mail-sent-again",
                    null,
                    "mail:" + id,
                    null,
                    Entry.Outcome.DONE,
                    null,
                    Map.of()));
        });
        redirect.addFlashAttribute("done", words.getMessage("telling.mail.again.done", null, locale));
        return "redirect:/mail";
    }
}

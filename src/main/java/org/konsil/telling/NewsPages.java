package org.konsil.telling;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.konsil.access.Access;
import org.konsil.access.Addresses;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is new for the reader, and how often they want mail of it. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class NewsPages {

    private final Newspaper paper;
    private final Addresses addresses;
    private final MailTroubles troubles;
    private final ObjectProvider<JavaMailSender> mail;
    private final Access access;
    private final MessageSource words;

    NewsPages(
            Newspaper paper,
            Addresses addresses,
            MailTroubles troubles,
            ObjectProvider<JavaMailSender> mail,
            Access access,
            MessageSource words) {
        this.paper = paper;
        this.addresses = addresses;
        this.troubles = troubles;
        this.mail = mail;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/news")
    String list(@RequestParam(defaultValue = "false") boolean unread, Model model) {
        var reader = access.current();
        var lines = paper.of(reader, unread);
        model.addAttribute("trouble", troubles.of(reader.userId()).orElse(null));
        model.addAttribute("here", "news");
        model.addAttribute("lines", lines);
        model.addAttribute("unread", unread);
        model.addAttribute(
                "newest", lines.stream().mapToLong(NewsLine::id).max().orElse(0));
        model.addAttribute("fresh", lines.stream().anyMatch(line -> !line.read()));
        return "telling/news";
    }

    /** The bell alone, for pages that lie open. */
    @GetMapping("/news/bell")
    String bell() {
        return "telling/pieces :: bell";
    }

    /** Not a GET: whoever opens it has read it. */
    @PostMapping("/news/{id}/open")
    String open(@PathVariable long id) {
        return "redirect:" + paper.open(id, access.current());
    }

    @PostMapping("/news/read")
    String readAll(@RequestParam long until, Locale locale, RedirectAttributes redirect) {
        paper.readAll(access.current(), until);
        redirect.addFlashAttribute("done", words.getMessage("telling.news.all-read", null, locale));
        return "redirect:/news";
    }

    @GetMapping("/news/mail")
    String choices(Model model) {
        var reader = access.current();
        model.addAttribute("here", "news");
        model.addAttribute("choices", paper.choices(reader));
        model.addAttribute("paces", Pace.values());
        model.addAttribute("address", addresses.of(reader.userId()).orElse(null));
        model.addAttribute("trouble", troubles.of(reader.userId()).orElse(null));
        model.addAttribute("mails", mail.getIfAvailable() != null);
        return "telling/choices";
    }

    @PostMapping("/news/mail")
    String choose(@RequestParam Map<String, String> chosen, Locale locale, RedirectAttributes redirect) {
        var choices = new EnumMap<Kind, Pace>(Kind.class);
        chosen.forEach((name, value) ->
                Kind.ofCode(name).ifPresent(kind -> Pace.ofCode(value).ifPresent(pace -> choices.put(kind, pace))));
        paper.choose(access.current(), choices);
        redirect.addFlashAttribute("done", words.getMessage("telling.choices.done", null, locale));
        return "redirect:/news/mail";
    }

    /** The reader's own mail that did not arrive, once more. */
    @PostMapping("/news/mail/again")
    String again(Locale locale, RedirectAttributes redirect) {
        troubles.again(access.current().userId());
        redirect.addFlashAttribute("done", words.getMessage("telling.mail.again.done", null, locale));
        return "redirect:/news/mail";
    }
}

package org.konsil.telling;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.stereotype.Component;

/** Writes a mail: what is new, for each case its pseudonym, and a link. Everything else is read after signing in. */
@Component
class MailText {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final MessageSource words;
    private final TellingSettings settings;
    private final Clock clock;

    MailText(MessageSource words, TellingSettings settings, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessagePreparator write(Mail mail, String address, List<NewsLine> news) {
        return message -> {
            var letter = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            letter.setFrom(settings.from());
            letter.setTo(address);
            letter.setSubject(say("telling.mail.subject", news.size()));
            letter.setSentDate(Date.from(clock.instant()));
            letter.setText(text(news));
            mark(message, mail);
        };
    }

    /** The same mail sent twice, because an answer was lost, is one mail to programs that read it; no answering machine answers it. */
    private static void mark(MimeMessage message, Mail mail) throws jakarta.mail.MessagingException {
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(Bounces.HEADER, mail.id().toString());
    }

    private String text(List<NewsLine> news) {
        var text = new StringBuilder(say("telling.mail.hello")).append("\n\n");
        for (var line : news) {
            var name = line.pseudonym().isEmpty() ? say("telling.erased") : line.pseudonym();
            text.append(say("telling.mail.line", say("telling.news." + line.kind()), name))
                    .append('\n')
                    .append(settings.address())
                    .append(line.address())
                    .append("\n\n");
        }
        return text.append(say("telling.mail.choose"))
                .append('\n')
                .append(settings.address())
                .append("/news/mail\n")
                .toString();
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, LANGUAGE);
    }
}

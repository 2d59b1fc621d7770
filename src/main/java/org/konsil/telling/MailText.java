package org.konsil.telling;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.konsil.boards.SessionInvitations.SessionInvitation;
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

    /** A session of a board, in words and as an entry for calendars (RFC 6047). */
    MimeMessagePreparator write(Mail mail, Mail.Method method, String address, SessionInvitation session, String link) {
        return message -> {
            message.setFrom(settings.from());
            message.setRecipients(Message.RecipientType.TO, address);
            message.setSubject(
                    say("telling.session." + method + ".subject", session.network()), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            var words = new MimeBodyPart();
            words.setText(text(method, session, link), StandardCharsets.UTF_8.name());
            var calendar = new MimeBodyPart();
            var type = "text/calendar; charset=UTF-8; method=" + method;
            calendar.setDataHandler(new DataHandler(
                    new ByteArrayDataSource(session.calendar().getBytes(StandardCharsets.UTF_8), type)));
            message.setContent(new MimeMultipart("alternative", words, calendar));
            mark(message, mail);
        };
    }

    private String text(Mail.Method method, SessionInvitation session, String link) {
        var at = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm z", LANGUAGE)
                .format(session.startsAt().atZone(session.zone()));
        var text = say("telling.mail.hello") + "\n\n" + say("telling.session." + method, session.network(), at) + "\n";
        return method == Mail.Method.CANCEL ? text : text + "\n" + say("telling.session.answer") + "\n" + link + "\n";
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

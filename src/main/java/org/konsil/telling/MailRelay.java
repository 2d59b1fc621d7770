package org.konsil.telling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.access.Access;
import org.konsil.access.Addresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers what is to be told now into one mail a person, and sends what waits. No transaction is open while the mail server is spoken to. A
 * crash between its answer and our note of it sends the mail twice; nothing is lost. Several nodes may do it side by side.
 */
@Component
class MailRelay {

    private static final Logger LOG = LoggerFactory.getLogger(MailRelay.class);
    private static final int PEOPLE_AT_ONCE = 100;

    /** So few that a silent server holds none of them longer than it is leased. */
    private static final int MAILS_AT_ONCE = 8;

    /** After each failed attempt; after the last one it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private final NewsRows news;
    private final MailRows mails;
    private final MailTroubles troubles;
    private final Newspaper paper;
    private final MailText text;
    private final SessionMails sessions;
    private final Addresses addresses;
    private final Access access;
    private final ObjectProvider<JavaMailSender> senders;
    private final TellingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailRelay(
            NewsRows news,
            MailRows mails,
            MailTroubles troubles,
            Newspaper paper,
            MailText text,
            SessionMails sessions,
            Addresses addresses,
            Access access,
            ObjectProvider<JavaMailSender> senders,
            TellingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.news = news;
        this.mails = mails;
        this.troubles = troubles;
        this.paper = paper;
        this.text = text;
        this.sessions = sessions;
        this.addresses = addresses;
        this.access = access;
        this.senders = senders;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${konsil.telling.every:2s}", initialDelayString = "${konsil.telling.every:2s}")
    void look() {
        var sender = senders.getIfAvailable();
        if (sender != null) {
            gather();
            send(sender);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void forget() {
        var before = clock.instant().minus(settings.keep());
        news.forget(before);
        mails.forget(before, sessions.notBefore(before));
    }

    void gather() {
        for (var person : news.peopleToWriteTo(PEOPLE_AT_ONCE)) {
            transaction.executeWithoutResult(status -> {
                var ids = news.toWrite(person);
                if (ids.isEmpty()) {
                    return;
                }
                if (addresses.of(person).isEmpty()) {
                    news.writeNone(ids);
                } else {
                    var id = UUID.randomUUID();
                    mails.write(id, person);
                    news.write(ids, id);
                }
            });
        }
    }

    void send(JavaMailSender sender) {
        for (var mail : mails.take(MAILS_AT_ONCE)) {
            try {
                send(mail, sender);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Mail {} could not be written ({})",
                        mail.id(),
                        e.getClass().getSimpleName());
                failed(mail, new MailFailure("not-writable", false));
            }
        }
    }

    private void send(Mail mail, JavaMailSender sender) {
        var letter = addresses
                .of(mail.person())
                .flatMap(address -> mail.session() == null ? aboutNews(mail, address) : sessions.text(mail, address));
        if (letter.isEmpty()) {
            mails.end(mail.id(), Mail.State.EMPTY, null);
            return;
        }
        try {
            sender.send(letter.get());
            mails.end(mail.id(), Mail.State.SENT, null);
        } catch (MailException e) {
            failed(mail, MailFailure.of(e));
        }
    }

    private Optional<MimeMessagePreparator> aboutNews(Mail mail, String address) {
        var unread = news.in(mail.id()).stream()
                .filter(item -> item.readAt() == null)
                .toList();
        return access.person(mail.person())
                .map(reader -> paper.lines(unread, reader))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> text.write(mail, address, lines));
    }

    private void failed(Mail mail, MailFailure failure) {
        if (failure.forGood()) {
            troubles.end(mail.id(), Mail.State.BOUNCED, failure.reason());
        } else if (mail.attempts() < PAUSES.size()) {
            mails.later(mail.id(), PAUSES.get(mail.attempts()), failure.reason());
        } else {
            troubles.end(mail.id(), Mail.State.FAILED, failure.reason());
        }
    }
}

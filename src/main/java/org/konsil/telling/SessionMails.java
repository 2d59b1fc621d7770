package org.konsil.telling;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Addresses;
import org.konsil.boards.CalendarParty;
import org.konsil.boards.MeetingChanged;
import org.konsil.boards.SessionInvitations;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.stereotype.Component;

/**
 * Puts sessions of boards into calendars by mail: an invitation, each update of it, and that it is off. Whoever wants no mail about sessions
 * gets none, and an entry is taken out of those calendars only into which it was put. A mail is written in the transaction of the change, and
 * its text when it is sent; where the session has changed again until then, the newer mail says it.
 */
@Component
class SessionMails {

    private static final Set<Mail.State> ON_THE_WAY = Set.of(Mail.State.WAITING, Mail.State.SENT);

    private final MailRows rows;
    private final MailText text;
    private final News news;
    private final Addresses addresses;
    private final SessionInvitations sessions;
    private final TellingSettings settings;

    SessionMails(
            MailRows rows,
            MailText text,
            News news,
            Addresses addresses,
            SessionInvitations sessions,
            TellingSettings settings) {
        this.rows = rows;
        this.text = text;
        this.news = news;
        this.addresses = addresses;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** Also to those who were invited before and are not asked any more. @return who has nothing more to be told by mail */
    Set<String> write(MeetingChanged changed) {
        if (!changed.hasMoment()) {
            return Set.of();
        }
        var last = new HashMap<String, Mail>();
        var before = rows.about(changed.meeting());
        before.forEach(mail -> last.put(mail.person(), mail));
        var invited = invited(before);
        var people = new LinkedHashSet<>(changed.asked());
        people.addAll(invited);
        people.removeIf(person -> !gets(person));
        for (var person : people) {
            var method = changed.asked().contains(person) && changed.change() != MeetingChanged.Change.CANCELED
                    ? Mail.Method.REQUEST
                    : Mail.Method.CANCEL;
            var session = new Mail.Session(changed.meeting(), changed.sequence(), method);
            var concerns = method == Mail.Method.REQUEST || invited.contains(person);
            if (concerns && !isOnTheWay(last.get(person), session)) {
                rows.write(UUID.randomUUID(), person, session);
            }
        }
        return people;
    }

    /** Empty where there is nothing to say any more: a newer mail is on its way, or the invited person has no seat any more. */
    Optional<MimeMessagePreparator> text(Mail mail, String address) {
        return Optional.ofNullable(mail.session()).flatMap(about -> {
            var link = settings.address() + "/boards/sessions/" + about.meeting();
            var cancels = about.method() == Mail.Method.CANCEL;
            var party = new CalendarParty(settings.from(), address);
            return sessions.of(about.meeting(), mail.person(), cancels, party, link)
                    .filter(now -> now.sequence() == about.sequence() && now.isAsked() != cancels)
                    .map(now -> text.write(mail, about.method(), address, now, link));
        });
    }

    /** Those that begin, or began, after that moment: they can still be moved or called off. */
    List<UUID> notBefore(Instant moment) {
        return sessions.notBefore(moment);
    }

    private boolean gets(String person) {
        return news.pace(person, Kind.SESSION) != Pace.NONE
                && addresses.of(person).isPresent();
    }

    /** In whose calendar the session may stand: an attempt that failed may have arrived, a cancellation counts once it was sent. */
    private static Set<String> invited(List<Mail> oldestFirst) {
        var invited = new TreeSet<String>();
        for (var mail : oldestFirst) {
            var isRequest = mail.session() != null && mail.session().method() == Mail.Method.REQUEST;
            var isTried = mail.state() == Mail.State.WAITING && mail.attempts() > 0;
            if (isRequest && (isTried || mail.state() == Mail.State.SENT)) {
                invited.add(mail.person());
            } else if (!isRequest && mail.state() == Mail.State.SENT) {
                invited.remove(mail.person());
            }
        }
        return invited;
    }

    private static boolean isOnTheWay(@Nullable Mail last, Mail.Session session) {
        return last != null && session.equals(last.session()) && ON_THE_WAY.contains(last.state());
    }
}

package org.konsil.telling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * gets none. A mail is written in the transaction of the change, and its text when it is sent; where the session has changed again until then,
 * the newer mail says it.
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

    /** Also to those who were invited before and are not asked any more. @return who has, or gets, the session in this state by mail */
    Set<String> write(MeetingChanged changed) {
        if (!changed.hasMoment()) {
            return Set.of();
        }
        var last = new HashMap<String, Mail>();
        rows.about(changed.meeting()).forEach(mail -> last.put(mail.person(), mail));
        var written = new HashSet<String>();
        for (var person : people(changed, last)) {
            var method = changed.asked().contains(person) && changed.change() != MeetingChanged.Change.CANCELED
                    ? Mail.Method.REQUEST
                    : Mail.Method.CANCEL;
            var session = new Mail.Session(changed.meeting(), changed.sequence(), method);
            if (!gets(person)) {
                continue;
            }
            if (!isOnTheWay(last.get(person), session)) {
                rows.write(UUID.randomUUID(), person, session);
            }
            written.add(person);
        }
        return written;
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

    private boolean gets(String person) {
        return news.pace(person, Kind.SESSION) != Pace.NONE
                && addresses.of(person).isPresent();
    }

    private static Set<String> people(MeetingChanged changed, Map<String, Mail> last) {
        var people = new LinkedHashSet<>(changed.asked());
        last.values().stream()
                .filter(mail -> mail.session() != null && mail.session().method() == Mail.Method.REQUEST)
                .map(Mail::person)
                .sorted()
                .forEach(people::add);
        return people;
    }

    private static boolean isOnTheWay(@Nullable Mail last, Mail.Session session) {
        return last != null && session.equals(last.session()) && ON_THE_WAY.contains(last.state());
    }
}

package org.konsil.telling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.panel.Unreached;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom mail does not reach: what came back or was given up, and nothing was sent since. They see it themselves, whoever counts on them
 * that it is so, and the history of each case that a mail was about that it did not arrive; none of it names an address.
 */
@Component
class MailTroubles implements Unreached {

    private final MailRows mails;
    private final NewsRows news;
    private final Audit audit;

    MailTroubles(MailRows mails, NewsRows news, Audit audit) {
        this.mails = mails;
        this.news = news;
        this.audit = audit;
    }

    /** What did not arrive of somebody's mail, the newest; empty while it does. */
    @Transactional(readOnly = true)
    public Optional<Mail> of(String person) {
        return mails.undelivered(List.of(person)).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Instant> of(Collection<String> people) {
        var since = new HashMap<String, Instant>();
        // the newest first, so that the oldest is what stays
        mails.undelivered(people).forEach(mail -> since.put(mail.person(), mail.writtenAt()));
        return since;
    }

    /** Gives a mail up. */
    @Transactional
    public void end(UUID id, Mail.State state, String reason) {
        mails.end(id, state, reason);
        record(id, reason);
    }

    /** Another server has told that it cannot be delivered. */
    @Transactional
    public void cameBack(UUID id, String reason) {
        if (mails.cameBack(id, reason)) {
            record(id, reason);
        }
    }

    /** The newest of somebody's mail that did not arrive is tried once more. @throws MailNotGivenUp if there is none */
    @Transactional
    public void again(String person) {
        var id = of(person).map(Mail::id).orElseThrow(MailNotGivenUp::new);
        mails.again(id);
        audit.record(new Entry(
                Actor.of(person), "mail-sent-again", null, "mail:" + id, null, Entry.Outcome.DONE, null, Map.of()));
    }

    private void record(UUID id, String reason) {
        news.in(id).stream()
                .map(NewsItem::caseId)
                .distinct()
                .forEach(caseId -> audit.record(new Entry(
                        Actor.SYSTEM,
                        "mail-undelivered",
                        caseId,
                        "mail:" + id,
                        null,
                        Entry.Outcome.FAILED,
                        reason,
                        Map.of())));
    }
}

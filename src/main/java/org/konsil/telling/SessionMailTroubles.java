package org.konsil.telling;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.konsil.boards.Unmailed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever holds a session whom its entry for calendars did not reach; no address and no reason, only that it is so. */
@Component
class SessionMailTroubles implements Unmailed {

    private final MailRows mails;

    SessionMailTroubles(MailRows mails) {
        this.mails = mails;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Instant> about(UUID session) {
        var written = new HashMap<String, Instant>();
        // the newest first
        mails.undelivered(session).forEach(mail -> written.putIfAbsent(mail.person(), mail.writtenAt()));
        return written;
    }
}

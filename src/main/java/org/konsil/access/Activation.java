package org.konsil.access;

import java.util.List;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shuts accounts and opens them again, whatever the provider says of them. */
@Component
class Activation {

    private final Accounts accounts;
    private final SessionLedger sessions;
    private final JdbcClient jdbc;
    private final Audit audit;

    Activation(Accounts accounts, SessionLedger sessions, JdbcClient jdbc, Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    List<Account> all() {
        return jdbc.sql("SELECT user_id FROM account ORDER BY user_id").query(String.class).list().stream()
                .flatMap(userId -> accounts.find(userId).stream())
                .toList();
    }

    /**
     * @throws UnknownAccount if there is none
     * @throws OwnAccount if somebody would shut their own: the last administrator could not come back
     */
    @Transactional
    public Account set(String userId, boolean active, Actor by) {
        if (!active && by.userId().equals(userId)) {
            throw new OwnAccount();
        }
        var changed = jdbc.sql("UPDATE account SET active = ? WHERE user_id = ?")
                .params(active, userId)
                .update();
        if (changed == 0) {
            throw new UnknownAccount(userId);
        }
        if (!active) {
            sessions.endAllOf(userId, "deactivated");
        }
        audit.record(new Entry(
                by,
                active ? "account-activated" : "account-deactivated",
                null,
                "account:" + userId,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of()));
        return accounts.reread(userId).orElseThrow(() -> new UnknownAccount(userId));
    }
}

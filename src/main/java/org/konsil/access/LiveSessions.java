package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a browser's session goes on, asked while no request of it is under way. Asking keeps nobody signed in. */
@Component
public class LiveSessions {

    private final SessionLedger ledger;
    private final Accounts accounts;

    LiveSessions(SessionLedger ledger, Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** By what the request's session is asked for later; empty if it has none. */
    public Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(SessionState.of(request.getSession(false))).map(SessionState::key);
    }

    /** The person may still sign in, and the session, if there is one, was not ended anywhere. */
    public boolean goesOn(Optional<String> key, String userId) {
        return accounts.find(userId).filter(Account::active).isPresent()
                && key.flatMap(ledger::ended).isEmpty();
    }
}

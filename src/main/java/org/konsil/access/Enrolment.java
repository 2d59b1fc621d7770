package org.konsil.access;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an account for whoever the provider has let in, because colleagues are chosen from those who hold a group. The account
 * says what the provider said last; whether it is active is said here alone.
 */
@Component
class Enrolment {

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Enrolment(Accounts accounts, JdbcClient jdbc, Audit audit, Clock clock, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** At a sign-in the account becomes what the provider says. @throws ClaimRefused if it was deactivated here */
    void signedIn(Claimed claimed) {
        keep(claimed, false);
    }

    /** A token may say less than a sign-in did, for its own call; only what is new in it is kept. */
    void called(Claimed claimed) {
        keep(named(claimed), true);
    }

    /** Access tokens seldom say what somebody is called; the sign-in has said it. */
    private Claimed named(Claimed claimed) {
        return claimed.displayName().equals(claimed.userId())
                ? accounts.find(claimed.userId())
                        .map(known -> claimed.called(known.person().displayName()))
                        .orElse(claimed)
                : claimed;
    }

    private void keep(Claimed claimed, boolean lessIsFine) {
        var known = accounts.find(claimed.userId());
        if (known.isPresent() && !known.get().active()) {
            throw ClaimRefused.inactive(claimed.userId());
        }
        var person = known.map(Account::person);
        if (person.isPresent()
                && (claimed.isLike(person.get())
                        || lessIsFine && person.get().groups().containsAll(claimed.groups()))) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> write(claimed));
        } catch (DuplicateKeyException e) {
            // the same person came in by another door at the same moment
            transaction.executeWithoutResult(status -> write(claimed));
        }
        accounts.forget(claimed.userId());
    }

    private void write(Claimed claimed) {
        var values = values(claimed);
        var changed = jdbc.sql("""
            UPDATE account SET display_name = :name, country = :country, provider = :provider, machine = :machine
            WHERE user_id = :user
            """).params(values).update();
        if (changed == 0) {
            jdbc.sql("""
                INSERT INTO account (user_id, display_name, country, provider, active, machine, created_at)
                VALUES (:user, :name, :country, :provider, TRUE, :machine, :now)
                """)
                    .params(values)
                    .param(
                            "now",
                            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
        jdbc.sql("DELETE FROM account_group WHERE user_id = ?")
                .param(claimed.userId())
                .update();
        claimed.groups()
                .forEach(group -> jdbc.sql("INSERT INTO account_group (user_id, group_name) VALUES (?, ?)")
                        .params(claimed.userId(), group.toString())
                        .update());
        audit.record(new Entry(
                Actor.of(claimed.userId()),
                changed == 0 ? "account-made" : "account-changed",
                null,
                "account:" + claimed.userId(),
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("groups", claimed.groupNames())));
    }

    private static Map<String, Object> values(Claimed claimed) {
        var country = claimed.country();
        var values = new HashMap<String, Object>();
        values.put("user", claimed.userId());
        values.put("name", claimed.displayName());
        values.put("country", country == null ? null : country.code());
        values.put("provider", claimed.organisation());
        values.put("machine", claimed.machine());
        return values;
    }
}

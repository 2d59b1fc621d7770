package org.konsil.access;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where people get mail: as their provider says when they sign in, else at the one domain that a site may name. */
@Component
public class Addresses {

    private static final int LONGEST = 254;

    private final JdbcClient jdbc;
    private final String domain;

    /** @param domain where everybody without an address of their own gets mail under their user id; empty: nowhere */
    Addresses(JdbcClient jdbc, @Value("${konsil.access.mail-domain:}") String domain) {
        this.jdbc = jdbc;
        this.domain = domain;
    }

    /** The address of somebody who may sign in; empty if there is none. */
    public Optional<String> of(String userId) {
        return jdbc.sql("SELECT COALESCE(email, '') FROM account WHERE user_id = ? AND active")
                .param(userId)
                .query(String.class)
                .optional()
                .map(known -> known.isEmpty() && !domain.isEmpty() ? userId + "@" + domain : known)
                .filter(address -> !address.isEmpty());
    }

    /** What the provider says no longer is forgotten. An address that it has not verified is none. */
    @Transactional
    public void keep(String userId, Optional<String> address) {
        var said = address.filter(it -> it.length() <= LONGEST && it.matches("[^\\s@<>,]+@[^\\s@<>,]+"))
                .orElse(null);
        jdbc.sql(
                        "UPDATE account SET email = :said WHERE user_id = :user AND COALESCE(email, '') <> COALESCE(CAST(:said AS varchar(254)), '')")
                .param("said", said)
                .param("user", userId)
                .update();
    }
}

package org.konsil.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and what they hold. Remembered for seconds, so that a change is felt soon on every node. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final Cache<String, Optional<Account>> recent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(String userId) {
        var known = recent.getIfPresent(userId);
        if (known == null) {
            known = read(userId);
            recent.put(userId, known);
        }
        return known;
    }

    List<Person> holders(Group group) {
        return jdbc.sql("""
            SELECT g.user_id FROM account_group g JOIN account a ON a.user_id = g.user_id AND a.active
            WHERE g.group_name = ? ORDER BY g.user_id
            """).param(group.toString()).query(String.class).list().stream()
                .flatMap(userId -> find(userId).stream())
                .map(Account::person)
                .toList();
    }

    /** Everybody who may sign in, by user id. */
    List<Person> all() {
        return jdbc.sql("SELECT user_id FROM account WHERE active ORDER BY user_id").query(String.class).list().stream()
                .flatMap(userId -> find(userId).stream())
                .map(Account::person)
                .toList();
    }

    /** What has just changed here is felt here at once. */
    void forget(String userId) {
        recent.invalidate(userId);
    }

    Optional<Account> reread(String userId) {
        forget(userId);
        return read(userId);
    }

    private Optional<Account> read(String userId) {
        var groups = groups(userId); // not while the row is read: that would take a second connection
        return jdbc.sql("SELECT * FROM account WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> account(row, groups))
                .optional();
    }

    private Set<Group> groups(String userId) {
        return jdbc
                .sql("SELECT group_name FROM account_group WHERE user_id = ?")
                .param(userId)
                .query(String.class)
                .list()
                .stream()
                .map(Group::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Account account(ResultSet row, Set<Group> groups) throws SQLException {
        var person = new Person(
                row.getString("user_id"),
                row.getString("display_name"),
                country(row.getString("country")),
                row.getString("provider"),
                groups);
        return new Account(person, row.getString("password_hash"), row.getBoolean("active"));
    }

    private static @Nullable Country country(@Nullable String code) {
        return code == null ? null : Country.of(code);
    }
}

package org.konsil.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of destroyed keys stands in the database too. Whichever of the two was restored from an older time learns from the other at
 * the next start, before anybody is served.
 */
@Component
class DestroyedKeys implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Destroyed destroyed;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DestroyedKeys(
            JdbcClient jdbc,
            Keys keys,
            Destroyed destroyed,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.destroyed = destroyed;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void note(KeyDestroyed said) {
        var name = KeyName.of(said.caseId(), said.controller());
        if (jdbc.sql("SELECT COUNT(*) FROM destroyed_key WHERE name = ?")
                        .param(name.value())
                        .query(Long.class)
                        .single()
                == 0) {
            jdbc.sql("INSERT INTO destroyed_key (name, destroyed_at) VALUES (?, ?)")
                    .params(name.value(), utc(destroyed.at(name).orElseGet(clock::instant)))
                    .update();
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> agree());
    }

    private void agree() {
        var inDatabase = new HashSet<String>();
        for (var row : rows()) {
            inDatabase.add(row.name());
            keys.destroy(new KeyName(row.name()), row.at());
        }
        for (var name : List.copyOf(destroyed.names().keySet())) {
            if (!inDatabase.contains(name)) {
                new KeyName(name).ofCase().ifPresent(events::publishEvent);
            }
        }
    }

    private List<Row> rows() {
        return jdbc.sql("SELECT name, destroyed_at FROM destroyed_key ORDER BY destroyed_at")
                .query((row, number) -> new Row(
                        row.getString("name"),
                        row.getObject("destroyed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private record Row(String name, Instant at) {}
}

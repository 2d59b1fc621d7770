package org.konsil.worklist;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.casefile.CaseRounds;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists over a database alone, as the benchmark reads them: no pages, no names. */
public final class QueuesAlone {

    private final QueueRows rows;
    private final QueueUpkeep upkeep;

    public QueuesAlone(DataSource database, Clock clock) {
        var jdbc = JdbcClient.create(database);
        rows = new QueueRows(database, new ItemRows(jdbc, clock), byCode(), clock);
        upkeep = new QueueUpkeep(
                new QueueEntries(jdbc, mock(CaseRounds.class), clock),
                mock(Participation.class),
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    /** Derives the entries of all open work. */
    public void derive() {
        upkeep.afterSingletonsInstantiated();
    }

    /** @return the place of the next page, if there is one */
    public @Nullable String page(String list, String holder, String sort, @Nullable String after) {
        var said = after == null ? Map.of("sort", sort) : Map.of("sort", sort, "after", after);
        return rows.page(Queue.of(list), QueueFilter.of(said), reader(holder), 50)
                .next();
    }

    public long count(String list, String holder) {
        return rows.count(Queue.of(list), QueueFilter.ALL, reader(holder), QueueRows.COUNTED + 1);
    }

    /** As many ranks as there are names; which of them goes first makes no difference to a measurement. */
    private static ShownOrder byCode() {
        var names = mock(ShownOrder.class, withSettings().stubOnly());
        when(names.sorted(any(), any()))
                .thenAnswer(asked -> asked.<Collection<String>>getArgument(1).stream()
                        .distinct()
                        .sorted()
                        .toList());
        return names;
    }

    private static QueueReader reader(String holder) {
        var groups = holder.contains(":") ? Set.of(Group.of(holder)) : Set.<Group>of();
        var userId = holder.replace(':', '.');
        var person = new Person(userId, userId, Country.of("fr"), null, groups);
        return new QueueReader(person, new java.util.HashSet<>(java.util.List.of(holder, userId)), Set.of(), Set.of());
    }
}

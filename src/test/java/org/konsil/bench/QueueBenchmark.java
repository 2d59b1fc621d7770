package org.konsil.bench;

import static org.konsil.bench.Table.number;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konsil.worklist.QueuesAlone;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long a page of the lists and the counts take at the store, for dispatchers, coordinators, clinicians and experts alike. */
class QueueBenchmark {

    private static final int OPEN = Integer.getInteger("konsil.bench.queue.open", 100_000);
    private static final int FINISHED = Integer.getInteger("konsil.bench.queue.finished", 1_000_000);
    private static final int OPEN_ON_H2 = Integer.getInteger("konsil.bench.queue.h2", 20_000);
    private static final int LOOKS = Integer.getInteger("konsil.bench.queue.looks", 5_000);
    private static final List<String> LISTS = List.of("mine", "available", "cases", "team", "all");
    private static final List<String> SORTS = List.of("due", "due", "due", "-created", "-priority", "-urgency");
    private static final List<String> SLOW_SORTS = List.of("stage", "country", "owner", "case", "clock", "name");

    @TempDir
    Path folder;

    @Test
    void onPostgres() throws Exception {
        try (var database = CaseDatabase.postgres(folder)) {
            measure(database, OPEN, FINISHED, "PostgreSQL");
        }
    }

    @Test
    void onH2() throws Exception {
        try (var database = CaseDatabase.h2(folder)) {
            measure(database, OPEN_ON_H2, 0, "H2");
        }
    }

    private static void measure(CaseDatabase database, int open, int finished, String name) {
        try (var pool = database.pool()) {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            var clock = Clock.systemUTC();
            new QueueWorld(pool, clock.instant(), (caseId, called) -> new byte[64]).fill(open, finished);
            var queues = new QueuesAlone(pool, clock);
            var statistics = new JdbcTemplate(pool);
            statistics.execute("ANALYZE");
            queues.derive();
            statistics.execute(name.equals("H2") ? "ANALYZE" : "VACUUM ANALYZE");
            var table =
                    new Table("%,d open, %,d finished, %s (ms)".formatted(open, finished, name), "p50", "p99", "most");
            var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
            for (int round = 0; round < 2; round++) {
                var shown = round == 1;
                for (var list : LISTS) {
                    var pages = new Latencies();
                    var counts = new Latencies();
                    for (int look = 0; look < LOOKS / LISTS.size(); look++) {
                        look(queues, list, SORTS.get(chance.nextInt(SORTS.size())), holder(chance), pages, counts);
                    }
                    if (shown) {
                        row(table, "page of " + list, pages);
                        row(table, "count of " + list, counts);
                    }
                }
            }
            var sorted = new Latencies();
            for (int look = 0; look < LOOKS / LISTS.size(); look++) {
                var list = LISTS.get(chance.nextInt(LISTS.size()));
                look(queues, list, SLOW_SORTS.get(chance.nextInt(SLOW_SORTS.size())), holder(chance), sorted, null);
            }
            row(table, "page in an order without an index", sorted);
        }
    }

    private static void look(
            QueuesAlone queues,
            String list,
            String sort,
            String holder,
            Latencies pages,
            @org.jspecify.annotations.Nullable Latencies counts) {
        var begun = System.nanoTime();
        var next = queues.page(list, holder, sort, null);
        pages.add(System.nanoTime() - begun);
        if (next != null) {
            begun = System.nanoTime();
            queues.page(list, holder, sort, next);
            pages.add(System.nanoTime() - begun);
        }
        if (counts != null) {
            begun = System.nanoTime();
            queues.count(list, holder);
            counts.add(System.nanoTime() - begun);
        }
    }

    private static String holder(RandomGenerator chance) {
        var network = QueueWorld.network(chance);
        return switch (chance.nextInt(4)) {
            case 0 -> "dispatcher:" + network;
            case 1 -> "coordinator:" + network;
            case 2 -> "clinician:" + QueueWorld.provider(chance);
            default -> QueueWorld.expert(chance, network);
        };
    }

    private static void row(Table table, String what, Latencies times) {
        table.row(what, number(times.millis(0.5)), number(times.millis(0.99)), number(times.millis(1)));
    }
}

package org.konsil.bench;

import static org.konsil.bench.Table.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lifecycle like a referral's, one row of the case and one of an audit table for each service task, four people in a closed loop, beside what embedded Flowable 7.2 and Camunda 7.24 did with the same. Then kill -9.
 */
abstract class ReferralLoad {

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("konsil.bench.warm-up-seconds", 60));
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("konsil.bench.seconds", 25));
    private static final int PEOPLE = 4;

    @TempDir
    Path folder;

    abstract String kind();

    abstract CaseDatabase database() throws Exception;

    @Test
    void referrals() throws Exception {
        var kind = kind();
        var database = database();
        var found = new LinkedHashMap<String, Double>();
        var engine = folder.resolve("engine");
        try (database) {
            work(engine, database, found);
            Peers.print("referrals on " + kind, kind, found);
            CaseRows.drop(database); // the next engine's keys begin anew
            kill(database, new Table("kill -9 in mid-work, " + kind, "lost"));
        }
        Peers.keep(kind, found);
    }

    private static void work(Path engine, CaseDatabase database, Map<String, Double> found) throws Exception {
        try (var parts = new Parts(engine, Duration.ofSeconds(30), true);
                var client = parts.client();
                var pool = database.pool();
                var referrals = new Referrals(client, new CaseRows(pool), (what, key) -> {})) {
            referrals.work(PEOPLE, WARM_UP);
            referrals.forgetTimes();
            parts.core.snapshot();
            System.gc();
            long cases = referrals.begun();
            long bytes = database.bytes() + parts.storeBytes();
            var cpu = Machine.cpu().plus(database.cpu());
            double ended = referrals.work(PEOPLE, TIME);
            double millis = Machine.cpu().plus(database.cpu()).minus(cpu).toMillis();
            parts.core.snapshot(); // writes the tables of the searches to their file
            cases = referrals.begun() - cases;
            found.put("cases_per_s", ended / TIME.toSeconds());
            found.put("tasks_per_s", 8 * ended / TIME.toSeconds());
            found.put("cpu_ms_per_case", millis / cases);
            times("next_task", referrals.next, found);
            times("complete", referrals.complete, found);
            times("start", referrals.start, found);
            found.put("db_bytes_per_case", (double) (database.bytes() + parts.storeBytes() - bytes) / cases);
            found.put("rss_peak_jvm_mb_load", (double)
                    Machine.peakMegabytes(ProcessHandle.current().pid()));
            found.put("cases_per_s_1_driver", referrals.work(1, TIME.dividedBy(2)) * 2.0 / TIME.toSeconds());
        }
    }

    private static void times(String what, Latencies times, Map<String, Double> found) {
        found.put(what + ".p50_ms", times.millis(0.5));
        found.put(what + ".p99_ms", times.millis(0.99));
    }

    private void kill(CaseDatabase database, Table table) throws Exception {
        var engine = Files.createDirectories(folder.resolve("killed"));
        var kill = Kill.program(engine, database);
        long begun = System.nanoTime();
        try (var parts = new Parts(engine, Duration.ofSeconds(30), true)) {
            table.row("recovery to serving (s)", number((System.nanoTime() - begun) / 1e9));
            table.row("acknowledged starts", kill.lost(Kill.Kind.STARTS, parts));
            table.row("acknowledged task completions", kill.lost(Kill.Kind.COMPLETIONS, parts));
            table.row("acknowledged ends of cases", kill.lost(Kill.Kind.CASES, parts));
            table.row("cases at their end without their rows", kill.rowsLostOrDoubled(database));
        }
    }
}

package org.konsil.bench;

import static java.util.Locale.ROOT;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Start-up, memory at rest, and cases per second through the whole lifecycle, over HTTP, on H2 in a file and the durable engine.
 * Numbers say something on a machine that does nothing else; processor time per case bears company better than time by the clock.
 */
class LifecycleBenchmark {

    private static final int WARM_UP = Integer.getInteger("konsil.bench.warm-up", 40);
    private static final int ALONE = Integer.getInteger("konsil.bench.alone", 10);
    private static final int TOGETHER = Integer.getInteger("konsil.bench.together", 64);
    private static final int CLOSED = Integer.getInteger("konsil.bench.closed", 20_000);

    private static final PrintStream OUT = System.out;

    @TempDir
    Path folder;

    @Test
    void whatTheProductCosts() throws Exception {
        row("", "Konsil", "Flowable 7.2", "Camunda 7.24");
        row("---", "---:", "---:", "---:");
        try (var fresh = Measured.start(folder)) {
            row("first page, empty folder (s)", seconds(fresh.firstPage()), "3.8", "4.3");
            row("... CPU (s)", seconds(fresh.firstPageCpu()), "", "");
        }
        try (var program = Measured.start(folder)) {
            row("first page, folder in use (s)", seconds(program.firstPage()), "3.3", "3.7");
            row("... CPU (s)", seconds(program.firstPageCpu()), "", "");
            row("heap at rest (MB)", Long.toString(program.heapMegabytes()), "", "");
            row("resident at rest (MB)", Long.toString(program.residentMegabytes()), "335", "420");
            new Load(program, 8).of(WARM_UP);
            rows("1 client", new Load(program, 1).of(ALONE), "10.7", "10.7");
            rows("8 clients", new Load(program, 8).of(TOGETHER), "17.1", "13.3");
            row("resident under load (MB)", Long.toString(program.residentMegabytes()), "476", "501");
            fourClients(program, "4 clients");
            if (CLOSED > 0) {
                var closed = new Load(program, 8).close(CLOSED);
                row("cases closed at once a second", number(closed.casesPerSecond()), "", "");
                fourClients(program, "4 clients, " + CLOSED + " closed");
                row("resident then (MB)", Long.toString(program.residentMegabytes()), "", "");
            }
        }
    }

    /** With what the cases leave on the disk, measured while the program runs. */
    private void fourClients(Measured program, String clients) {
        var before = Machine.bytes(folder);
        rows(clients, new Load(program, 4).of(TOGETHER), "17.1", "13.3");
        var kilobytes = (Machine.bytes(folder) - before) / 1000.0 / TOGETHER;
        row("disk a case, " + clients + " (KB)", number(kilobytes), "60.0", "135");
    }

    private static void rows(String clients, Load.Cost cost, String flowable, String camunda) {
        row("cases/s, " + clients, number(cost.casesPerSecond()), flowable, camunda);
        row("tasks/s, " + clients, number(cost.tasksPerSecond()), eightfold(flowable), eightfold(camunda));
        row("tasks a case", number((double) cost.tasks() / cost.cases()), "8", "8");
        row("CPU a case, " + clients + " (ms)", number(cost.cpuMillisPerCase()), "115", "146");
        row("CPU a task, " + clients + " (ms)", number(cost.cpuMillisPerTask()), "14", "18");
    }

    /** The engines that these were measured with had eight tasks a case. */
    private static String eightfold(String casesPerSecond) {
        return number(8 * Double.parseDouble(casesPerSecond));
    }

    private static String seconds(Duration duration) {
        return number(duration.toMillis() / 1000.0);
    }

    private static String number(double value) {
        return String.format(ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static void row(String what, String... values) {
        OUT.printf(ROOT, "| %-42s | %10s | %12s | %12s |%n", what, values[0], values[1], values[2]);
    }
}

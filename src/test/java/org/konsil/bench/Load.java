package org.konsil.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.konsil.Onni;
import org.konsil.journey.CaseDriver;
import org.konsil.journey.Script;

/** Cases worked from registration to the end of their follow-up, so many at once as there are clients. */
record Load(Measured program, int clients) {

    /**
     * What it took.
     *
     * @param tasks forms that people completed
     * @param cpu processor time of the program, without the clients
     */
    record Cost(int cases, int tasks, Duration elapsed, Duration cpu) {

        double casesPerSecond() {
            return cases * 1e9 / elapsed.toNanos();
        }

        double tasksPerSecond() {
            return tasks * 1e9 / elapsed.toNanos();
        }

        double cpuMillisPerCase() {
            return cpu.toNanos() / 1e6 / cases;
        }

        double cpuMillisPerTask() {
            return cpu.toNanos() / 1e6 / tasks;
        }
    }

    Cost of(int cases) {
        var cpu = program.cpu();
        var begun = System.nanoTime();
        var drivers = each(IntStream.range(0, cases)
                .mapToObj(at -> (Callable<CaseDriver>) this::begin)
                .toList());
        while (drivers.stream().anyMatch(driver -> !driver.isOver())) {
            var next = drivers.stream()
                    .map(CaseDriver::theCase)
                    .filter(now -> !CaseDriver.isOver(now))
                    .map(now -> Instant.parse(now.path("nextFollowUp").asText()))
                    .max(Instant::compareTo);
            next.ifPresent(program.door()::advanceTo);
            each(drivers.stream()
                    .map(driver -> (Callable<CaseDriver>) driver::workUntilQuiet)
                    .toList());
        }
        var tasks = drivers.stream().mapToInt(driver -> driver.log().size()).sum();
        return new Cost(
                cases,
                tasks,
                Duration.ofNanos(System.nanoTime() - begun),
                program.cpu().minus(cpu));
    }

    /** Registers so many cases of patients who then say no, the shortest way to a closed case. */
    Cost close(int cases) {
        var cpu = program.cpu();
        var begun = System.nanoTime();
        var no = Script.straight().but("record-consent", Map.of("consentGiven", "no"));
        var closed = each(IntStream.range(0, cases)
                .mapToObj(at -> (Callable<Boolean>)
                        () -> CaseDriver.register(program.door(), "clinician.fi", Onni.answers(), no)
                                .workUntilQuiet()
                                .isOver())
                .toList());
        if (closed.contains(false)) {
            throw new AssertionError("a case whose patient said no is not over");
        }
        return new Cost(
                cases,
                cases,
                Duration.ofNanos(System.nanoTime() - begun),
                program.cpu().minus(cpu));
    }

    private CaseDriver begin() {
        return CaseDriver.register(program.door(), "clinician.fi", Onni.answers(), Script.straight())
                .workUntilQuiet();
    }

    private <T> List<T> each(List<Callable<T>> deeds) {
        try (var people = Executors.newFixedThreadPool(clients)) {
            return people.invokeAll(deeds).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (ExecutionException failed) {
                            throw new AssertionError(failed.getCause());
                        } catch (InterruptedException stopped) {
                            throw new IllegalStateException(stopped);
                        }
                    })
                    .toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

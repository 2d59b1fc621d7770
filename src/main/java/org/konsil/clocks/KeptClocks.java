package org.konsil.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clocks as rows. */
@Service
@Transactional
class KeptClocks implements Clocks {

    private final ClockRows rows;
    private final Standstills standstills;
    private final Planner planner;
    private final Replanned replanned;
    private final ClockMarks marks;
    private final Standings standings;
    private final NewClocks newClocks;
    private final Audit audit;
    private final Clock clock;

    KeptClocks(
            ClockRows rows,
            Standstills standstills,
            Planner planner,
            Replanned replanned,
            ClockMarks marks,
            Standings standings,
            NewClocks newClocks,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.standstills = standstills;
        this.planner = planner;
        this.replanned = replanned;
        this.marks = marks;
        this.standings = standings;
        this.newClocks = newClocks;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> due(CaseId caseId, String step, Instant from) {
        return Optional.ofNullable(
                planner.planNew(newClocks.of(caseId, Standing.Level.STEP, step, "", step, null, from))
                        .due());
    }

    @Override
    public String start(CaseId caseId, String step) {
        return start(caseId, step, Standing.Level.STEP);
    }

    String start(CaseId caseId, String step, Standing.Level level) {
        var address = caseId + ":" + step;
        rows.openAt(address).stream()
                .filter(it -> it.level() != Standing.Level.TASK)
                .forEach(this::end);
        var row = newClocks.add(newClocks.of(caseId, level, step, "", address, null, clock.instant()));
        if (level == Standing.Level.STEP) {
            var entry = entry("clock-started", row);
            audit.record(row.due() == null ? entry : entry.with("due", row.due()));
        }
        return row.id();
    }

    @Override
    public void startBefore(CaseId caseId, String step, Instant date) {
        finishStep(caseId, step);
        var now = clock.instant();
        var asked = newClocks.of(caseId, Standing.Level.STEP, step, "", caseId + ":" + step, null, now);
        planner.before(asked, date).ifPresent(due -> {
            var row = newClocks.add(newClocks.of(caseId, Standing.Level.STEP, step, "", caseId + ":" + step, due, now));
            audit.record(entry("clock-started", row).with("due", due));
        });
    }

    @Override
    public void finishStep(CaseId caseId, String step) {
        rows.openAt(caseId + ":" + step).stream()
                .filter(it -> it.level() == Standing.Level.STEP)
                .forEach(this::end);
    }

    @Override
    public Running startFor(Work work) {
        var address = (work.subjectId() == null ? work.caseId().toString() : work.subjectId()) + ":" + work.step();
        var row = rows.openAt(address).stream()
                .filter(it -> it.level() == Standing.Level.STEP)
                .findFirst()
                .orElseGet(() -> {
                    var about = newClocks.of(
                            work.caseId(),
                            Standing.Level.TASK,
                            work.step(),
                            work.form(),
                            address,
                            work.fixedDue(),
                            clock.instant());
                    return newClocks.add(work.network() == null ? about : about.in(work.network()));
                });
        standstills.begun(row);
        var running = rows.find(row.id()).orElse(row);
        return new Running(running.id(), running.due(), running.isIn("STOPPED"));
    }

    @Override
    public void finishFor(String clockId) {
        rows.lock(clockId)
                .filter(row -> row.level() == Standing.Level.TASK && !row.isIn("FINISHED"))
                .ifPresent(row -> {
                    rows.end(row.id(), clock.instant());
                    if (standstills.isAwaited(row)) {
                        standstills.goOnUnlessAwaited(row.caseId());
                    }
                });
    }

    @Override
    public void fix(String clockId, Instant due) {
        rows.lock(clockId).filter(row -> !due.equals(row.fixedDue())).ifPresent(row -> {
            rows.fix(clockId, due);
            rows.find(clockId).ifPresent(fixed -> replanned.plan(fixed, Actor.SYSTEM));
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> of(CaseId caseId) {
        return rows.open(caseId).stream().map(standings::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> find(String clockId) {
        return rows.find(clockId).filter(row -> !row.isIn("FINISHED")).map(standings::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Awaited> awaited(Collection<String> addresses) {
        return rows.awaited(addresses);
    }

    @Override
    public void stop(String clockId) {
        rows.lock(clockId).ifPresent(standstills::stop);
    }

    @Override
    public void resume(String clockId) {
        rows.lock(clockId).ifPresent(standstills::resume);
    }

    @Override
    public void finish(String clockId) {
        rows.lock(clockId).filter(row -> !row.isIn("FINISHED")).ifPresent(this::end);
    }

    @Override
    public void await(CaseId caseId) {
        standstills.await(caseId);
    }

    @Override
    public void goOn(CaseId caseId) {
        standstills.goOnUnlessAwaited(caseId);
    }

    @Override
    public void replan(CaseId caseId, Actor by) {
        rows.open(caseId).forEach(row -> rows.lock(row.id()).ifPresent(locked -> replanned.plan(locked, by)));
    }

    @Override
    public Optional<Reached> reached(String markId) {
        return marks.find(markId)
                .filter(mark -> !mark.told())
                .flatMap(mark -> rows.find(mark.clockId())
                        .filter(row -> row.plan() == mark.plan() && (row.isIn("RUNNING") || row.isIn("DUE")))
                        .map(row -> new Reached(
                                row.caseId(),
                                row.id(),
                                row.step(),
                                row.level(),
                                row.network(),
                                mark.percent(),
                                row.due(),
                                standings.next(row, planner.plan(row)))));
    }

    @Override
    public void told(String markId, List<String> to) {
        marks.told(markId, to, clock.instant());
    }

    void end(ClockRow row) {
        rows.end(row.id(), clock.instant());
        if (row.level() == Standing.Level.STEP) {
            audit.record(entry("clock-finished", row));
        }
    }

    static Entry entry(String action, ClockRow row) {
        return entry(Actor.SYSTEM, action, row);
    }

    static Entry entry(Actor by, String action, ClockRow row) {
        return Entry.done(by, action, row.caseId()).on("clock:" + row.id()).with("step", row.step());
    }
}

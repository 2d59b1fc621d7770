package org.konsil.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.directory.Zones;
import org.konsil.kernel.Actor;
import org.konsil.process.Quiet;
import org.konsil.time.TimeShift;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the one clock on, while nothing is under way, and waits until an embedded engine has followed. */
@Component
@Profile({"demo", "test"})
class ClockAdvance {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration ENGINE_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 100;

    /** The engine's searches lag a little behind, so it has to be quiet for several looks. */
    private static final int QUIET_LOOKS = 3;

    private final Quiet quiet;
    private final ClockRows rows;
    private final TimeShift shift;
    private final ObjectProvider<Supplier<Duration>> engineOffset;
    private final Audit audit;
    private final Clock clock;

    ClockAdvance(
            Quiet quiet,
            ClockRows rows,
            TimeShift shift,
            @Qualifier("engineClockOffset") ObjectProvider<Supplier<Duration>> engineOffset,
            Audit audit,
            Clock clock) {
        this.quiet = quiet;
        this.rows = rows;
        this.shift = shift;
        this.engineOffset = engineOffset;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotQuiet if something is still under way after ten seconds */
    synchronized Instant by(Amount amount, Actor actor) {
        var looks = new int[1];
        if (!within(PATIENCE, () -> isQuiet() ? ++looks[0] >= QUIET_LOOKS : (looks[0] = 0) > 0)) {
            throw new NotQuiet();
        }
        var now = clock.instant();
        shift.advance(Duration.between(now, amount.after(now, Zones.EUROPE)));
        audit.recordApart(new Entry(
                actor,
                "clock-advanced",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("to", clock.instant().toString())));
        var engine = engineOffset.getIfAvailable();
        if (engine != null) {
            within(ENGINE_PATIENCE, () -> engine.get().compareTo(shift.offset().minusSeconds(1)) >= 0);
        }
        return clock.instant();
    }

    /** What is reached now is told before more is reached. */
    private boolean isQuiet() {
        return !rows.isAnyReached(clock.instant()) && quiet.isNow();
    }

    private static boolean within(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }
}

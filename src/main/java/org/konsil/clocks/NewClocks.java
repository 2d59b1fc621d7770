package org.konsil.clocks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.NetworkId;
import org.springframework.stereotype.Component;

/** Clocks as they begin: what they are of, and their first plan. */
@Component
class NewClocks {

    private final ClockRows rows;
    private final Planner planner;
    private final CaseFiles cases;

    NewClocks(ClockRows rows, Planner planner, CaseFiles cases) {
        this.rows = rows;
        this.planner = planner;
        this.cases = cases;
    }

    /**
     * One that runs from that moment on, of the case's network; not planned yet, and kept nowhere.
     *
     * @param address by which it is found again; {@code fixedDue}: a date that was set from outside
     */
    ClockRow of(
            CaseId caseId,
            Standing.Level level,
            String step,
            String form,
            String address,
            @Nullable Instant fixedDue,
            Instant from) {
        var network = cases.summary(caseId).network();
        return new ClockRow(
                UUID.randomUUID().toString(),
                caseId,
                level,
                step,
                form,
                address,
                Optional.ofNullable(network).map(NetworkId::value).orElse(""),
                "RUNNING",
                from,
                fixedDue,
                null,
                null,
                null,
                1,
                from,
                "",
                "");
    }

    /** Plans it and keeps it. @return as it is kept */
    ClockRow add(ClockRow begun) {
        var row = begun.planned(planner.planNew(begun));
        rows.add(row);
        return row;
    }
}

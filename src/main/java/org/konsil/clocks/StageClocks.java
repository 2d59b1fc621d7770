package org.konsil.clocks;

import java.util.Locale;
import org.konsil.casefile.CaseMoved;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Stage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each stage has its clock, with which those of its steps end, and the case one from accepted triage to the signed outcome. A step whose
 * date stands on a paper belongs to no stage.
 */
@Component
class StageClocks {

    private static final String CASE = "case";

    private final KeptClocks clocks;
    private final ClockRows rows;

    StageClocks(KeptClocks clocks, ClockRows rows) {
        this.clocks = clocks;
        this.rows = rows;
    }

    @EventListener
    @Transactional
    public void on(CaseMoved moved) {
        var open = rows.open(moved.caseId()).stream()
                .filter(row -> row.level() != Standing.Level.TASK)
                .toList();
        if (moved.isOver()) {
            open.forEach(clocks::end);
            return;
        }
        var step = "stage-" + moved.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var stages =
                open.stream().filter(row -> row.level() == Standing.Level.STAGE).toList();
        if (stages.stream().anyMatch(row -> !row.step().equals(step))) {
            open.stream()
                    .filter(row ->
                            row.level() != Standing.Level.CASE && !row.step().equals(step) && row.fixedDue() == null)
                    .forEach(clocks::end);
        }
        if (stages.stream().noneMatch(row -> row.step().equals(step))) {
            clocks.start(moved.caseId(), step, Standing.Level.STAGE);
        }
        whole(moved.caseId(), moved.stage(), open.stream().anyMatch(row -> row.level() == Standing.Level.CASE));
    }

    private void whole(CaseId caseId, Stage stage, boolean runs) {
        var panel = stage.compareTo(Stage.CONVENE) >= 0 && stage.compareTo(Stage.OUTCOME) <= 0;
        if (panel && !runs) {
            clocks.start(caseId, CASE, Standing.Level.CASE);
        } else if (!panel && runs) {
            rows.open(caseId).stream()
                    .filter(row -> row.level() == Standing.Level.CASE)
                    .forEach(clocks::end);
        }
    }
}

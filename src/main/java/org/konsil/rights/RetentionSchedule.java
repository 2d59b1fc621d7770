package org.konsil.rights;

import java.time.Clock;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.ClosedCases;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons for each closed case until when each controller keeps its copy, and asks when the time has come: erase, or keep
 * because. Several nodes may look; each copy is asked about once.
 */
@Component
class RetentionSchedule {

    private static final int AT_ONCE = 200;

    private final ClosedCases closed;
    private final CaseFiles cases;
    private final Controllers controllers;
    private final RetentionRule rule;
    private final RetentionRows rows;
    private final RightsRequests requests;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionSchedule(
            ClosedCases closed,
            CaseFiles cases,
            Controllers controllers,
            RetentionRule rule,
            RetentionRows rows,
            RightsRequests requests,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.closed = closed;
        this.cases = cases;
        this.controllers = controllers;
        this.rule = rule;
        this.rows = rows;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${konsil.rights.retention-look:PT10S}")
    void look() {
        closed.since(rows.lastClosing(), AT_ONCE).forEach(this::reckon);
        transaction.executeWithoutResult(
                status -> rows.due(clock.instant(), AT_ONCE).forEach(this::ask));
    }

    private void reckon(CaseId caseId) {
        try {
            transaction.executeWithoutResult(status -> {
                var about = cases.summary(caseId);
                var closedAt = about.closedAt();
                if (closedAt == null || !rows.of(caseId).isEmpty()) {
                    return;
                }
                controllers
                        .concerned(about)
                        .forEach(controller -> rows.add(new RetentionRows.Row(
                                caseId,
                                controller,
                                closedAt,
                                rule.of(about, controller).reviewAt(closedAt),
                                "waiting")));
            });
        } catch (DuplicateKeyException e) {
            // another node was faster
        }
    }

    private void ask(RetentionRows.Row row) {
        rows.asked(row);
        audit.record(Entry.done(Actor.SYSTEM, "retention-over", row.caseId()).with("controller", row.controllerCode()));
        requests.openOwn(row.caseId(), Kind.RETENTION, row.controller());
    }
}

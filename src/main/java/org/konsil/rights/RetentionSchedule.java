package org.konsil.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.ClosedCases;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Unreadable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons for each closed case until when each controller keeps its copy, and asks when the time has come: erase, or keep
 * because. Several nodes may look; each copy is asked about once. A case that cannot be read is passed over until the next look.
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
    private final Unreadable unread = new Unreadable("until when its copies are kept");
    private final Unreadable unasked = new Unreadable("whether its copies are still kept");
    private boolean isBegun;

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
    synchronized void look() {
        var tried = unread.cases();
        tried.forEach(this::reckon);
        reckonClosed(tried);
        askDue();
    }

    /** At the start of the program all that were ever closed, so that what was passed over before is tried again; then the new ones. */
    private void reckonClosed(Set<CaseId> tried) {
        var some = closed.since(isBegun ? rows.lastClosing() : Instant.EPOCH, AT_ONCE);
        while (!some.isEmpty()) {
            var cases = some.stream().map(ClosedCases.Closed::caseId).toList();
            var reckoned = rows.reckoned(cases);
            cases.stream()
                    .filter(it -> !reckoned.contains(it) && !tried.contains(it))
                    .forEach(this::reckon);
            some = closed.after(some.getLast(), AT_ONCE);
        }
        isBegun = true;
    }

    private void reckon(CaseId caseId) {
        try {
            unread.attempt(caseId, () -> transaction.executeWithoutResult(status -> reckonOnce(caseId)));
        } catch (DuplicateKeyException e) {
            // another node was faster
        }
    }

    private void reckonOnce(CaseId caseId) {
        var about = cases.summary(caseId);
        var closedAt = about.closedAt();
        if (closedAt == null || !rows.of(caseId).isEmpty()) {
            return;
        }
        controllers
                .concerned(about)
                .forEach(controller -> rows.add(new RetentionRows.Row(
                        caseId, controller, closedAt, rule.of(about, controller).reviewAt(closedAt), "waiting")));
    }

    private void askDue() {
        var now = clock.instant();
        var some = rows.due(now, null, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(
                    row -> unasked.attempt(row.caseId(), () -> transaction.executeWithoutResult(status -> ask(row))));
            some = rows.due(now, some.getLast(), AT_ONCE);
        }
    }

    private void ask(RetentionRows.Row row) {
        if (rows.take(row)) {
            rows.asked(row);
            audit.record(
                    Entry.done(Actor.SYSTEM, "retention-over", row.caseId()).with("controller", row.controllerCode()));
            requests.openOwn(row.caseId(), Kind.RETENTION, row.controller());
        }
    }
}

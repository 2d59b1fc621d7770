package org.konsil.worklist;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.konsil.access.GrantsChanged;
import org.konsil.casefile.CaseMoved;
import org.konsil.casefile.RoundBegun;
import org.konsil.kernel.CaseId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives the entries of a case's work anew when other people stand to the case: once for each transaction, just before it commits. Whose
 * case it is ends with the case, and begins again with it.
 */
@Component
class QueueUpkeep implements SmartInitializingSingleton {

    private static final int AT_ONCE = 200;

    private final QueueEntries entries;
    private final Participation participation;
    private final TransactionTemplate transaction;

    QueueUpkeep(QueueEntries entries, Participation participation, TransactionTemplate transaction) {
        this.entries = entries;
        this.participation = participation;
        this.transaction = transaction;
    }

    @EventListener
    void on(GrantsChanged changed) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Waiting.class::isInstance)
                .map(Waiting.class::cast)
                .findFirst()
                .orElseGet(this::waiting)
                .cases
                .add(changed.caseId());
    }

    @EventListener
    void on(CaseMoved moved) {
        if (moved.isOver()) {
            participation.end(moved.caseId());
        }
    }

    @EventListener
    void on(RoundBegun begun) {
        participation.takeAgain(begun.caseId());
    }

    private Waiting waiting() {
        var waiting = new Waiting(entries);
        TransactionSynchronizationManager.registerSynchronization(waiting);
        return waiting;
    }

    /** Piece by piece, so that it ends soon however much there is; another node may do the same. */
    @Override
    public void afterSingletonsInstantiated() {
        var missing = entries.missing();
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            var some = missing.subList(from, Math.min(missing.size(), from + AT_ONCE));
            transaction.executeWithoutResult(begun -> entries.derive(some));
        }
    }

    private static final class Waiting implements TransactionSynchronization {

        private final QueueEntries entries;
        private final Set<CaseId> cases = new LinkedHashSet<>();

        Waiting(QueueEntries entries) {
            this.entries = entries;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            cases.stream().sorted(Comparator.comparing(CaseId::value)).forEach(entries::derive);
        }
    }
}

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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Derives the entries of a case's work anew when other people stand to the case: once for each transaction, just before it commits. Whose
 * case it is ends with the case, and begins again with it.
 */
@Component
class QueueUpkeep implements SmartInitializingSingleton {

    private final QueueEntries entries;
    private final Participation participation;

    QueueUpkeep(QueueEntries entries, Participation participation) {
        this.entries = entries;
        this.participation = participation;
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

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        entries.deriveMissing();
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

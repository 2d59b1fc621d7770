package org.konsil.worklist;

import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes work back before the engine has heard that it is over. */
@Service
public class Recall {

    private final ItemRows rows;
    private final ItemChanges changes;
    private final Audit audit;

    Recall(ItemRows rows, ItemChanges changes, Audit audit) {
        this.rows = rows;
        this.changes = changes;
        this.audit = audit;
    }

    /** From the network's people, in the transaction in which they lose the case: nobody opens a form of it any more. */
    @Transactional
    public void fromNetwork(CaseId caseId, Actor by) {
        rows.open(caseId).stream()
                .filter(item -> Ownership.of(item) == Controller.NETWORK && !Restraint.isOnRights(item))
                .forEach(item -> {
                    changes.close(item.taskKey(), WorkItem.State.CANCELED, null);
                    audit.record(Entry.done(by, "task-canceled", caseId)
                            .on("task:" + item.taskKey())
                            .at(item.elementId()));
                });
    }
}

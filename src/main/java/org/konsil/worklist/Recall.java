package org.konsil.worklist;

import java.util.List;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseRounds;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes work back before the engine has heard that it is over. */
@Service
public class Recall {

    /** Each expert's part in a panel is a process of its own, beside the referral's. */
    private static final String INVITATION = "panel-invitation";

    /** Of an event sub-process beside the stages, which no new round ends. */
    private static final String ADVICE_IN_USE = "review-superseded";

    private final ItemRows rows;
    private final ItemChanges changes;
    private final CaseRounds rounds;
    private final Audit audit;

    Recall(ItemRows rows, ItemChanges changes, CaseRounds rounds, Audit audit) {
        this.rows = rows;
        this.changes = changes;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** From everybody who works on the referral, in the transaction in which it leaves for another place of its process. */
    @Transactional
    public void ofReferral(CaseId caseId, Actor by) {
        held(caseId).stream().filter(item -> !Restraint.isOnRights(item)).forEach(item -> takeBack(item, by));
    }

    /**
     * From everybody who works on the round that ends. What the home provider is asked beside the stages, about advice that is in use, goes
     * on with it.
     */
    @Transactional
    public void ofRound(CaseId caseId, Actor by) {
        held(caseId).stream()
                .filter(item -> !Restraint.isOnRights(item) && !isBesideTheStages(item))
                .forEach(item -> takeBack(item, by));
    }

    /** The same, but whoever still owes an opinion goes on: for an outcome that is drafted anew by the same panel. */
    @Transactional
    public void ofDraft(CaseId caseId, Actor by) {
        held(caseId).stream()
                .filter(item -> !Restraint.isOnRights(item) && !item.processId().equals(INVITATION))
                .forEach(item -> takeBack(item, by));
    }

    /** What is assigned to one person. */
    @Transactional
    public void fromPerson(CaseId caseId, String userId, Actor by) {
        held(caseId).stream()
                .filter(item -> userId.equals(item.assignee()) && !Restraint.isOnRights(item))
                .forEach(item -> takeBack(item, by));
    }

    /** Whether work on what the patient asked for, or on the copies that are kept, waits for one of these people. */
    @Transactional(readOnly = true)
    public boolean isRightsWorkOpen(CaseId caseId, String group) {
        return rows.open(caseId).stream()
                .anyMatch(
                        item -> Restraint.isOnRights(item) && item.candidates().contains(group));
    }

    /** Whether the referral still asks somebody for something. */
    @Transactional(readOnly = true)
    public boolean isReferralWorkOpen(CaseId caseId) {
        return rows.open(caseId).stream().anyMatch(item -> !Restraint.isOnRights(item));
    }

    /** From the network's people, in the transaction in which they lose the case: nobody opens a form of it any more. */
    @Transactional
    public void fromNetwork(CaseId caseId, Actor by) {
        held(caseId).stream()
                .filter(item -> Ownership.of(item) == Controller.NETWORK && !Restraint.isOnRights(item))
                .forEach(item -> takeBack(item, by));
    }

    static boolean isBesideTheStages(WorkItem item) {
        return item.elementId().equals(ADVICE_IN_USE);
    }

    /** The case before its work, as everybody does who changes several pieces of it. */
    private List<WorkItem> held(CaseId caseId) {
        rounds.hold(caseId);
        return rows.open(caseId);
    }

    private void takeBack(WorkItem item, Actor by) {
        changes.close(item.taskKey(), WorkItem.State.CANCELED, null);
        audit.record(Entry.done(by, "task-canceled", item.caseId())
                .on("task:" + item.taskKey())
                .at(item.elementId()));
    }
}

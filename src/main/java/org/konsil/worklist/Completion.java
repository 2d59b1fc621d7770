package org.konsil.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.konsil.access.Person;
import org.konsil.access.StepUp;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseRounds;
import org.konsil.forms.Form;
import org.konsil.forms.FormAnswers;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a form's answers in one transaction: everything that follows from them is there, or nothing is. */
@Component
class Completion {

    /** Reads the answers as they came in, from JSON or from a page. */
    interface Reading {
        FormAnswers of(Form form, JsonNode context);
    }

    private final ItemDoor door;
    private final ItemChanges changes;
    private final FormDesk desk;
    private final CaseFiles cases;
    private final CaseRounds rounds;
    private final Outbox outbox;
    private final StepUp stepUp;
    private final Audit audit;

    Completion(
            ItemDoor door,
            ItemChanges changes,
            FormDesk desk,
            CaseFiles cases,
            CaseRounds rounds,
            Outbox outbox,
            StepUp stepUp,
            Audit audit) {
        this.door = door;
        this.changes = changes;
        this.desk = desk;
        this.cases = cases;
        this.rounds = rounds;
        this.outbox = outbox;
        this.stepUp = stepUp;
        this.audit = audit;
    }

    @Transactional
    public WorkItem complete(long taskKey, Reading reading, int version, Person by, Locale reader) {
        // before its work: what follows may touch the case's other work
        rounds.hold(door.see(taskKey, by).caseId());
        var item = door.lock(taskKey, by);
        var form = desk.form(item);
        var answers = reading.of(form, desk.context(item, by));
        if (isRepetition(item, form, answers, by)) {
            return item;
        }
        door.requireHandy(item, by);
        if (item.version() != version) {
            throw ItemRefused.changed(version, item.version());
        }
        var accepted = form.accept(answers, reader);
        var proof = stepUp.require(item.formId());
        cases.keep(item.caseId(), taskKey, item.formId(), accepted, Ownership.of(item), by.actor());
        var more = desk.answered(item, accepted, by);
        outbox.completeTask(item.task(), accepted, more);
        changes.close(taskKey, WorkItem.State.DONE, by.userId());
        var done = Entry.done(by.actor(), "task-completed", item.caseId())
                .on("task:" + taskKey)
                .at(item.elementId())
                .with("form", item.formId());
        var entry = door.traced(done, item, by);
        audit.record(proof.map(it -> provenBy(it, entry)).orElse(entry));
        return door.lock(taskKey, by);
    }

    private static Entry provenBy(StepUp.Proof proof, Entry entry) {
        var acr = proof.acr();
        var at = entry.with("signedInAt", proof.at());
        return acr == null ? at : at.with("acr", acr);
    }

    /** The same answers by the same person once more, because the first answer got lost on the way: said and done. */
    private boolean isRepetition(WorkItem item, Form form, FormAnswers answers, Person by) {
        return item.state() == WorkItem.State.DONE
                && by.userId().equals(item.closedBy())
                && cases.submissions(item.caseId(), item.formId()).stream()
                        .filter(kept -> kept.taskKey() == item.taskKey())
                        .anyMatch(kept -> kept.answers().equals(form.asJson(answers)));
    }
}

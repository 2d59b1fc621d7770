package org.konsil.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.access.StrongerSignIn;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Service;

/** The queues of human work. Everything that is refused is an entry of the history. */
@Service
public class WorkItems {

    private final ItemRows rows;
    private final Queues queues;
    private final ItemDoor door;
    private final Hands hands;
    private final Completion completion;
    private final FormDesk desk;
    private final Drafts drafts;
    private final Access access;
    private final Audit audit;

    WorkItems(
            ItemRows rows,
            Queues queues,
            ItemDoor door,
            Hands hands,
            Completion completion,
            FormDesk desk,
            Drafts drafts,
            Access access,
            Audit audit) {
        this.rows = rows;
        this.queues = queues;
        this.door = door;
        this.hands = hands;
        this.completion = completion;
        this.desk = desk;
        this.drafts = drafts;
        this.access = access;
        this.audit = audit;
    }

    /** Open work that the person may see: their own, and what is on offer to their groups. */
    public ItemPage list(ItemFilter filter, Person person) {
        return list(Queue.REACH, filter, person);
    }

    /** One of the lists. */
    ItemPage list(Queue queue, ItemFilter filter, Person person) {
        return queues.list(queue, filter.toQueue(null), filter.page(), person);
    }

    /** How much waits for the person. */
    public Counts counts(Person person) {
        return queues.counts(person);
    }

    /** What the person completed in the last two weeks after the process had taken it back: their answer changed nothing. */
    public List<WorkItem> tooLate(Person person) {
        return rows.tooLate(person.userId()).stream()
                .filter(item -> access.may(person, item.caseId(), Right.KNOW))
                .toList();
    }

    /**
     * The open work of a case, oldest first: all of it for those who follow the case, because it says who is asked for what; for
     * everybody else who may know of the case, what is theirs.
     */
    public List<WorkItem> open(CaseId caseId, Person person) {
        var rights = access.rights(person, caseId);
        var follows = rights.contains(Right.READ_HISTORY) || rights.contains(Right.READ_PANEL);
        return rows.open(caseId).stream()
                .filter(item -> follows || door.mayTake(item, person))
                .toList();
    }

    /** The person has it in hand, it is on offer to theirs, or somebody whose it is is away and they stand in. */
    public boolean opens(WorkItem item, Person person) {
        return access.mayWork(person, item.candidates(), item.assignee()) || door.opensInStead(item, person);
    }

    /** @throws ItemRefused (404) if there is none, or not for this person */
    public WorkItem get(long taskKey, Person person) {
        return door.see(taskKey, person);
    }

    /** Opens the form; the reading is an entry of the history, because forms show content of the case. */
    public OpenedForm form(long taskKey, Person person) {
        return watched("task-opened", taskKey, person, () -> {
            var item = door.see(taskKey, person);
            door.requireReadable(item, person);
            audit.recordApart(Entry.done(person.actor(), "task-opened", item.caseId())
                    .on("task:" + taskKey)
                    .at(item.elementId()));
            drafts.see(item, person.userId());
            return desk.open(item, person);
        });
    }

    /** The form into which the person has typed, whatever has become of the task meanwhile; without their draft. */
    public OpenedForm typed(long taskKey, Person person) {
        return desk.typed(door.see(taskKey, person), person);
    }

    /** Takes it into one's hands; it never takes it out of another's (409). Claiming twice is once. */
    public WorkItem claim(long taskKey, Person person) {
        return watched("task-claimed", taskKey, person, () -> hands.claim(taskKey, person));
    }

    /** Puts it back for the others of its groups. @param note for whoever takes it next, kept sealed until the task is over */
    public WorkItem release(long taskKey, @Nullable String note, Person person) {
        return watched("task-released", taskKey, person, () -> hands.release(taskKey, note, person));
    }

    /** Hands it to another person, who must be allowed to work it (422); or to their deputy while they are away. */
    public WorkItem delegate(long taskKey, String userId, @Nullable String note, Person person) {
        return watched("task-delegated", taskKey, person, () -> hands.delegate(taskKey, userId, note, person));
    }

    /** Keeps what was typed so far, unchecked and sealed; it is shown to its author only. */
    public void saveDraft(long taskKey, JsonNode typed, Person person) {
        var item = door.see(taskKey, person);
        door.requireHandy(item, person);
        drafts.keep(item, typed.toString(), person.userId());
    }

    /**
     * Completes the task with these answers: checked against the form, kept sealed, understood by the stage's module, told to
     * the engine. The same answers by the same person once more are answered like the first time.
     *
     * @param version that of the item when its form was opened
     * @throws ItemRefused 404, or 409 if it is in other hands, done, cancelled or changed
     * @throws org.konsil.forms.AnswersRefused 422, field by field
     * @throws StrongerSignIn if the act binds, and the person must prove first who they are
     */
    public WorkItem complete(long taskKey, JsonNode data, int version, Person by, Locale reader) {
        return complete(taskKey, (form, context) -> form.read(data, context), version, by, reader);
    }

    WorkItem complete(long taskKey, Completion.Reading reading, int version, Person by, Locale reader) {
        return watched("task-completed", taskKey, by, () -> completion.complete(taskKey, reading, version, by, reader));
    }

    private interface Deed<T> {
        T run();
    }

    private <T> T watched(String action, long taskKey, Person person, Deed<T> deed) {
        try {
            return deed.run();
        } catch (Refusal refusal) {
            audit.recordApart(refused(action, taskKey, person, refusal.code()));
            throw refusal;
        } catch (StrongerSignIn needed) {
            audit.recordApart(refused(action, taskKey, person, StrongerSignIn.CODE));
            throw needed;
        }
    }

    private Entry refused(String action, long taskKey, Person person, String why) {
        var object = "task:" + taskKey;
        return rows.find(taskKey)
                .map(item -> Entry.refused(person.actor(), action, item.caseId(), why)
                        .on(object)
                        .at(item.elementId()))
                .orElseGet(
                        () -> Entry.refused(person.actor(), action, null, why).on(object));
    }
}

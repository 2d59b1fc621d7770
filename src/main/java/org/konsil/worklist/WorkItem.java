package org.konsil.worklist;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.process.HumanTask;
import org.konsil.process.WaitingTask;

/**
 * One piece of human work.
 *
 * @param candidates groups ({@code dispatcher:epicare}) and users who may take it
 * @param reserved the model names the one person who may work it; it is not on offer to others
 * @param priority from the drawing, 0 to 100, or what people set instead
 * @param ownPriority what people set; null if nothing
 * @param version grows with every change; a completion names the version that its author saw
 */
public record WorkItem(
        long taskKey,
        CaseId caseId,
        String processId,
        String elementId,
        String formId,
        @Nullable Long formKey,
        String name,
        Stage stage,
        @Nullable NetworkId network,
        Country country,
        Urgency urgency,
        List<String> candidates,
        @Nullable String assignee,
        boolean reserved,
        int priority,
        @Nullable Integer ownPriority,
        @Nullable Instant due,
        @Nullable Instant goal,
        ClockState clock,
        int version,
        State state,
        @Nullable String subjectId,
        Instant createdAt,
        @Nullable String closedBy,
        @Nullable String clockId) {

    /** Where it stands. */
    public enum State {
        OPEN,
        DONE,
        /** The process needs it no longer. */
        CANCELED,
        /** It was filled in, but the process had taken it back before the answer arrived. */
        SUPERSEDED
    }

    public WorkItem {
        candidates = List.copyOf(candidates);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isFor(String userId) {
        return userId.equals(assignee);
    }

    /** The roles of its candidate groups: {@code dispatcher}. */
    boolean isForRole(Set<String> roles) {
        return candidates.stream().map(it -> it.replaceFirst(":.*", "")).anyMatch(roles::contains);
    }

    /** The engine says nothing new of it: not who may work it, nor its date or priority. */
    boolean isAs(WaitingTask waiting) {
        var offered = new HashSet<>(waiting.candidateGroups());
        offered.addAll(waiting.candidateUsers());
        return reserved == (waiting.assignee() != null)
                && (!reserved || Objects.equals(assignee, waiting.assignee()))
                && Set.copyOf(candidates).equals(offered)
                && (ownPriority != null || priority == waiting.priority())
                && (waiting.due() == null || waiting.due().equals(due));
    }

    WorkItem offeredTo(List<String> others) {
        return new WorkItem(
                taskKey,
                caseId,
                processId,
                elementId,
                formId,
                formKey,
                name,
                stage,
                network,
                country,
                urgency,
                others,
                assignee,
                reserved,
                priority,
                ownPriority,
                due,
                goal,
                clock,
                version,
                state,
                subjectId,
                createdAt,
                closedBy,
                clockId);
    }

    HumanTask task() {
        return new HumanTask(
                taskKey, caseId, processId, elementId, formId, subjectId, network == null ? null : network.value());
    }
}

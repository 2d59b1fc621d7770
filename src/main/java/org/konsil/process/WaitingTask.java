package org.konsil.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user task as the engine describes it.
 *
 * @param task its key, case, process, element, form and subject
 * @param formKey the engine's key of the form's deployed version, if it has one
 * @param name what the model calls it
 * @param assignee the only person who may work it, if the model or the engine names one
 * @param due from the model's schedule, if it has one
 * @param priority 0 to 100, 50 where the model says nothing
 */
public record WaitingTask(
        HumanTask task,
        long processInstanceKey,
        @Nullable Long formKey,
        String name,
        @Nullable String assignee,
        List<String> candidateGroups,
        List<String> candidateUsers,
        @Nullable Instant due,
        int priority) {

    public WaitingTask {
        candidateGroups = List.copyOf(candidateGroups);
        candidateUsers = List.copyOf(candidateUsers);
    }
}

package org.konsil.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where user tasks of the engine are put up for people. Implemented by the work list; saying anything twice is saying it once. */
public interface TaskBoard {

    /** A task is being created, or was found in the engine. */
    void waiting(WaitingTask task);

    /** Assignee, groups, dates or priority of a task have changed in the engine. */
    void changed(WaitingTask task);

    /** The engine has cancelled the task. */
    void canceled(long taskKey);

    /** The engine says that the task was completed, by whomever. */
    void completed(long taskKey);

    /** Which of these keys are on the board, open or not. */
    Set<Long> known(Collection<Long> taskKeys);

    /** The keys of tasks that wait since before this instant. */
    List<Long> openSince(Instant before);
}

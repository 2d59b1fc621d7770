package org.konsil.worklist;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.konsil.process.WaitingTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom tasks are offered: groups, and people by name. */
@Repository
class Offers {

    private final JdbcClient jdbc;

    Offers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the engine names them. @return each once */
    List<String> add(WaitingTask waiting) {
        var candidates = candidates(waiting);
        add(waiting.task().key(), candidates);
        return List.copyOf(candidates);
    }

    void replace(WaitingTask waiting) {
        replace(waiting.task().key(), candidates(waiting));
    }

    void replace(long taskKey, Set<String> candidates) {
        jdbc.sql("DELETE FROM work_item_group WHERE task_key = :task")
                .param("task", taskKey)
                .update();
        add(taskKey, candidates);
    }

    List<String> of(long taskKey) {
        return jdbc.sql("SELECT candidate FROM work_item_group WHERE task_key = :task ORDER BY candidate")
                .param("task", taskKey)
                .query(String.class)
                .list();
    }

    private void add(long taskKey, Set<String> candidates) {
        for (var candidate : candidates) {
            jdbc.sql("INSERT INTO work_item_group (task_key, candidate) VALUES (:task, :candidate)")
                    .param("task", taskKey)
                    .param("candidate", candidate)
                    .update();
        }
    }

    private static Set<String> candidates(WaitingTask waiting) {
        var candidates = new LinkedHashSet<>(waiting.candidateGroups());
        candidates.addAll(waiting.candidateUsers());
        return candidates;
    }
}

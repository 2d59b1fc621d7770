package org.konsil.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tasks are called, for those who tell of them. */
@Component
public class Titles {

    /**
     * A task's name and form.
     *
     * @param name as the process draws it
     */
    public record Title(String name, String formId) {}

    private final JdbcClient jdbc;

    Titles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the tasks' keys; a task that is not known is not in it. */
    public Map<Long, Title> of(Collection<Long> keys) {
        var titles = new HashMap<Long, Title>();
        if (!keys.isEmpty()) {
            jdbc.sql("SELECT task_key, name, form_id FROM work_item WHERE task_key IN (:keys)")
                    .param("keys", keys)
                    .query(row -> {
                        titles.put(row.getLong(1), new Title(row.getString(2), row.getString(3)));
                    });
        }
        return titles;
    }
}

package org.konsil.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many instances of each element there are. */
public final class Statistics {

    private static final String COUNTED = "select e.element_id,"
            + " count(*) filter (where e.state = 'ACTIVE' and e.incidents = 0),"
            + " count(*) filter (where e.state = 'TERMINATED'),"
            + " count(*) filter (where e.state = 'ACTIVE' and e.incidents > 0),"
            + " count(*) filter (where e.state = 'COMPLETED')"
            + " from engine_element_instance e where ";
    private static final String PER_ELEMENT = " group by e.element_id order by e.element_id";

    private final JdbcTemplate sql;

    Statistics(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The counts of one element; active ones with an incident count as incidents only. */
    public record ElementCount(String elementId, long active, long canceled, long incidents, long completed) {}

    public List<ElementCount> ofInstance(long processInstanceKey) {
        return count("e.process_instance_key = ?", List.of(processInstanceKey));
    }

    /** Over all instances of the definition that the filter of a process instance search lets through. */
    public List<ElementCount> ofDefinition(long processDefinitionKey, JsonNode filter) {
        var instances = new Conditions().and("t.process_definition_key = ?", processDefinitionKey);
        Subject.PROCESS_INSTANCES.shape().filter(filter, instances);
        return count(
                "e.process_instance_key in (select t.process_instance_key from engine_process_instance t where "
                        + instances.all() + ")",
                instances.arguments());
    }

    private List<ElementCount> count(String condition, List<Object> arguments) {
        return sql.query(
                COUNTED + condition + PER_ELEMENT,
                (row, i) -> new ElementCount(
                        row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                arguments.toArray());
    }
}

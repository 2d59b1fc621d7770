package org.konsil.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked of one thing: its XML, its form, the flows it took, the rules that matched. */
public final class Details {

    private final JdbcTemplate sql;

    Details(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A form as it was deployed. */
    public record Form(long key, String id, int version, String schema) {}

    public Optional<String> processXml(long key) {
        return text("select xml from engine_process_definition where process_definition_key = ?", key);
    }

    public Optional<String> decisionRequirementsXml(long key) {
        return text("select xml from engine_decision_requirements where decision_requirements_key = ?", key);
    }

    public Optional<String> decisionXml(long key) {
        return text(
                "select r.xml from engine_decision_requirements r join engine_decision_definition d"
                        + " on d.decision_requirements_key = r.decision_requirements_key"
                        + " where d.decision_definition_key = ?",
                key);
    }

    public Optional<Form> form(long key) {
        return form("form_key = ?", key);
    }

    /** The latest version of the form that starts the process. */
    public Optional<Form> startForm(long processDefinitionKey) {
        return text(
                        "select start_form_id from engine_process_definition where process_definition_key = ?",
                        processDefinitionKey)
                .flatMap(id -> form("form_id = ? and not deleted", id));
    }

    /** The ids of the sequence flows that the process instance took. */
    public List<Map<String, @Nullable Object>> sequenceFlows(long processInstanceKey) {
        return sql.query(
                "select element_id, process_definition_key, process_definition_id from engine_sequence_flow"
                        + " where process_instance_key = ? order by element_id",
                (row, i) -> {
                    var flow = new LinkedHashMap<String, @Nullable Object>();
                    flow.put("sequenceFlowId", processInstanceKey + "_" + row.getString(1));
                    flow.put("processInstanceKey", String.valueOf(processInstanceKey));
                    flow.put("processDefinitionKey", row.getString(2));
                    flow.put("processDefinitionId", row.getString(3));
                    flow.put("elementId", row.getString(1));
                    flow.put("tenantId", "<default>");
                    return flow;
                },
                processInstanceKey);
    }

    /** The instance and all that it called, as deep as it goes. */
    public List<Long> withDescendants(long processInstanceKey) {
        var all = new ArrayList<>(List.of(processInstanceKey));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(sql.queryForList(
                    "select process_instance_key from engine_process_instance where parent_process_instance_key = ?",
                    Long.class,
                    all.get(i)));
        }
        return all;
    }

    /** The keys of the variables that an element sees: the innermost of each name, from itself outwards. */
    public Collection<Long> visibleVariables(long elementInstanceKey) {
        var visible = new LinkedHashMap<String, Long>();
        var scope = List.of(elementInstanceKey);
        while (!scope.isEmpty()) {
            sql.query(
                    "select name, variable_key from engine_variable where scope_key = ? order by name",
                    row -> {
                        visible.putIfAbsent(row.getString(1), row.getLong(2));
                    },
                    scope.getFirst());
            scope = sql.queryForList(
                    "select scope_key from engine_element_instance where element_instance_key = ?",
                    Long.class,
                    scope.getFirst());
        }
        return visible.values();
    }

    public DecisionDetails decisions() {
        return new DecisionDetails(sql);
    }

    public Statistics statistics() {
        return new Statistics(sql);
    }

    private Optional<Form> form(String condition, Object argument) {
        return sql
                .query(
                        "select form_key, form_id, version, form_schema from engine_form where " + condition
                                + " order by version desc fetch first 1 rows only",
                        (row, i) -> new Form(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)),
                        argument)
                .stream()
                .findFirst();
    }

    private Optional<String> text(String query, long key) {
        return sql.query(query, (row, i) -> Optional.ofNullable(row.getString(1)), key).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }
}

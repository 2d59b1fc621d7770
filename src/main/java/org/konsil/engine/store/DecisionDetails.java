package org.konsil.engine.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What went into a decision and which of its rules matched. */
public final class DecisionDetails {

    private final JdbcTemplate sql;

    DecisionDetails(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** An input with its value as JSON. */
    public record Input(String inputId, String inputName, String inputValue) {}

    /** An output with its value as JSON. */
    public record Output(String outputId, String outputName, String outputValue) {}

    /** A rule that matched; the index counts from 1. */
    public record Rule(
            String ruleId,
            int ruleIndex,
            @JsonProperty("evaluatedOutputs") List<Output> outputs) {}

    public List<Input> inputs(String decisionInstance) {
        return sql.query(
                "select input_id, input_name, input_value from engine_decision_input"
                        + " where decision_evaluation_instance_key = ? order by position",
                (row, i) -> new Input(row.getString(1), row.getString(2), row.getString(3)),
                decisionInstance);
    }

    public List<Rule> matchedRules(String decisionInstance) {
        var rules = new LinkedHashMap<Integer, Rule>();
        sql.query(
                "select rule_id, rule_index, output_id, output_name, output_value from engine_decision_output"
                        + " where decision_evaluation_instance_key = ? order by position",
                row -> {
                    var id = row.getString(1);
                    var rule = rules.computeIfAbsent(row.getInt(2), index -> new Rule(id, index, new ArrayList<>()));
                    rule.outputs().add(new Output(row.getString(3), row.getString(4), row.getString(5)));
                },
                decisionInstance);
        return List.copyOf(rules.values());
    }
}

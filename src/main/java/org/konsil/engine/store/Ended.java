package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What has ended, and everything that hangs on it. */
record Ended(Connection connection) {

    static final int AT_ONCE = 50;

    private static final String INSTANCES = """
            select one.process_instance_key from engine_process_instance one
             where one.end_date < ? and not exists (
                   select 1 from engine_process_instance caller
                    where caller.process_instance_key = one.parent_process_instance_key and caller.end_date is null)
             order by one.end_date fetch first %d rows only""".formatted(AT_ONCE);

    /** Of those that no process asked for. */
    private static final String DECISIONS = """
            select decision_evaluation_instance_key from engine_decision_instance
             where evaluation_date < ? and coalesce(process_instance_key, -1) <= 0
             fetch first %d rows only""".formatted(AT_ONCE);

    private static final String OF_INSTANCE = " where process_instance_key = ?";
    private static final String OF_DECISION = " where decision_evaluation_instance_key = ?";

    private static final List<Table> OWNED_BY_TASKS = List.of(Table.USER_TASK_GROUP, Table.USER_TASK_USER);
    private static final List<Table> OWNED_BY_DECISIONS = List.of(Table.DECISION_INPUT, Table.DECISION_OUTPUT);
    private static final List<Table> OF_INSTANCES = List.of(
            Table.USER_TASK,
            Table.DECISION_INSTANCE,
            Table.VARIABLE,
            Table.JOB,
            Table.INCIDENT,
            Table.MESSAGE_SUBSCRIPTION,
            Table.CORRELATED_MESSAGE,
            Table.SEQUENCE_FLOW,
            Table.ELEMENT_INSTANCE,
            Table.PROCESS_INSTANCE);

    List<Object> instances(OffsetDateTime before) throws SQLException {
        return keys(INSTANCES, before);
    }

    List<Object> decisions(OffsetDateTime before) throws SQLException {
        return keys(DECISIONS, before);
    }

    void forget(List<Object> instances) throws SQLException {
        if (instances.isEmpty()) return;
        for (var table : OWNED_BY_TASKS)
            each(
                    delete(table) + " where user_task_key in (select user_task_key from engine_user_task" + OF_INSTANCE
                            + ")",
                    instances);
        for (var table : OWNED_BY_DECISIONS)
            each(
                    delete(table)
                            + " where decision_evaluation_instance_key in (select decision_evaluation_instance_key from engine_decision_instance"
                            + OF_INSTANCE + ")",
                    instances);
        for (var table : OF_INSTANCES) each(delete(table) + OF_INSTANCE, instances);
    }

    void forgetDecisions(List<Object> decisions) throws SQLException {
        if (decisions.isEmpty()) return;
        for (var table : OWNED_BY_DECISIONS) each(delete(table) + OF_DECISION, decisions);
        each(delete(Table.DECISION_INSTANCE) + OF_DECISION, decisions);
    }

    private static String delete(Table table) {
        return "delete from " + table.sqlName();
    }

    private List<Object> keys(String sql, OffsetDateTime before) throws SQLException {
        var keys = new ArrayList<Object>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before);
            try (var found = statement.executeQuery()) {
                while (found.next()) keys.add(found.getObject(1));
            }
        }
        return keys;
    }

    private void each(String sql, List<Object> keys) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var key : keys) {
                statement.setObject(1, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}

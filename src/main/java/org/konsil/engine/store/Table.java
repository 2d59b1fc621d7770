package org.konsil.engine.store;

import java.util.List;
import java.util.Locale;

/** The tables that the reader of the log writes, each with the columns of its key. */
enum Table {
    PROCESS_DEFINITION("process_definition_key"),
    FORM("form_key"),
    DECISION_REQUIREMENTS("decision_requirements_key"),
    DECISION_DEFINITION("decision_definition_key"),
    PROCESS_INSTANCE("process_instance_key"),
    ELEMENT_INSTANCE("element_instance_key"),
    SEQUENCE_FLOW("process_instance_key", "element_id"),
    VARIABLE("variable_key"),
    USER_TASK("user_task_key"),
    USER_TASK_GROUP("user_task_key", "position"),
    USER_TASK_USER("user_task_key", "position"),
    JOB("job_key"),
    INCIDENT("incident_key"),
    MESSAGE_SUBSCRIPTION("message_subscription_key"),
    CORRELATED_MESSAGE("subscription_key", "message_key"),
    DECISION_INSTANCE("decision_evaluation_instance_key"),
    DECISION_INPUT("decision_evaluation_instance_key", "position"),
    DECISION_OUTPUT("decision_evaluation_instance_key", "position");

    private final List<String> key;

    Table(String... key) {
        this.key = List.of(key);
    }

    String sqlName() {
        return "engine_" + name().toLowerCase(Locale.ROOT);
    }

    List<String> key() {
        return key;
    }
}

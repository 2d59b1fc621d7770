package org.konsil.engine.store;

import static org.konsil.engine.store.Kind.FLAG;
import static org.konsil.engine.store.Kind.HEADERS;
import static org.konsil.engine.store.Kind.INSTANT;
import static org.konsil.engine.store.Kind.KEY;
import static org.konsil.engine.store.Kind.NUMBER;
import static org.konsil.engine.store.Kind.TAGS;
import static org.konsil.engine.store.Kind.TEXT;

import io.camunda.client.protocol.rest.*;
import org.konsil.engine.store.Shape.Criterion;
import org.konsil.engine.store.Shape.Field;

/** What can be searched, field by field as the Orchestration Cluster API of Camunda 8.8 names it. */
public enum Subject {
    PROCESS_DEFINITIONS(Shape.of(Table.PROCESS_DEFINITION, "processDefinitionKey")
            .fields(TEXT, "processDefinitionId", "name", "versionTag", "resourceName")
            .fields(NUMBER, "version")
            .fields(FLAG, "hasStartForm")
            .criterion("isLatestVersion", Criteria.latest())
            .sortedBy(ProcessDefinitionSearchQuerySortRequest.FieldEnum.class)
            .listing("not t.deleted")),
    DECISION_DEFINITIONS(Shape.of(Table.DECISION_DEFINITION, "decisionDefinitionKey")
            .fields(TEXT, "decisionDefinitionId", "name", "decisionRequirementsId")
            .fields(KEY, "decisionRequirementsKey")
            .fields(NUMBER, "version")
            .sortedBy(DecisionDefinitionSearchQuerySortRequest.FieldEnum.class)
            .listing("not t.deleted")),
    DECISION_REQUIREMENTS(Shape.of(Table.DECISION_REQUIREMENTS, "decisionRequirementsKey")
            .fields(TEXT, "decisionRequirementsId", "decisionRequirementsName", "resourceName")
            .fields(NUMBER, "version")
            .sortedBy(DecisionRequirementsSearchQuerySortRequest.FieldEnum.class)
            .listing("not t.deleted")),
    PROCESS_INSTANCES(processInstances()),
    ELEMENT_INSTANCES(Shape.of(Table.ELEMENT_INSTANCE, "elementInstanceKey")
            .fields(KEY, "processInstanceKey", "processDefinitionKey", "incidentKey")
            .fields(TEXT, "processDefinitionId", "elementId", "elementName")
            .choice("state", ElementInstanceStateEnum.class)
            .choice("type", "t.element_type", ElementInstanceFilter.TypeEnum.class)
            .fields(INSTANT, "startDate", "endDate")
            .field("hasIncident", "(t.incidents > 0)", FLAG)
            .criterion("elementInstanceScopeKey", column("elementInstanceScopeKey", "t.scope_key", KEY))
            .sortedBy(ElementInstanceSearchQuerySortRequest.FieldEnum.class)),
    VARIABLES(variables()
            .field("value", "t.variable_value", TEXT)
            .field("isTruncated", "(t.full_value is not null)", FLAG)),
    /** Variables with values of any length. */
    WHOLE_VARIABLES(variables()
            .field("value", "coalesce(t.full_value, t.variable_value)", TEXT)
            .field("isTruncated", "(1 = 0)", FLAG)
            .criterion("isTruncated", column("isTruncated", "(t.full_value is not null)", FLAG))),
    USER_TASKS(Shape.of(Table.USER_TASK, "userTaskKey")
            .fields(KEY, "elementInstanceKey", "processInstanceKey", "processDefinitionKey", "formKey")
            .fields(TEXT, "elementId", "name", "processDefinitionId", "processName", "assignee")
            .choice("state", UserTaskStateEnum.class)
            .fields(TEXT, "externalFormReference")
            .fields(NUMBER, "processDefinitionVersion", "priority")
            .fields(INSTANT, "creationDate", "completionDate", "dueDate", "followUpDate")
            .fields(HEADERS, "customHeaders")
            .companion("candidateGroups", Table.USER_TASK_GROUP)
            .companion("candidateUsers", Table.USER_TASK_USER)
            .criterion("candidateGroup", Criteria.candidate(Table.USER_TASK_GROUP))
            .criterion("candidateUser", Criteria.candidate(Table.USER_TASK_USER))
            .criterion("processInstanceVariables", Criteria.variables("t.process_instance_key", "v.scope_key"))
            .criterion("localVariables", Criteria.variables("t.element_instance_key", "v.scope_key"))
            .sortedBy(UserTaskSearchQuerySortRequest.FieldEnum.class)),
    JOBS(Shape.of(Table.JOB, "jobKey")
            .fields(KEY, "elementInstanceKey", "processInstanceKey", "processDefinitionKey")
            .fields(TEXT, "type", "worker", "errorCode", "errorMessage", "deniedReason", "elementId")
            .fields(TEXT, "processDefinitionId")
            .choice("kind", JobKindEnum.class)
            .choice("listenerEventType", JobListenerEventTypeEnum.class)
            .choice("state", JobStateEnum.class)
            .fields(NUMBER, "retries")
            .fields(FLAG, "hasFailedWithRetriesLeft", "isDenied")
            .fields(INSTANT, "deadline", "endTime")
            .fields(HEADERS, "customHeaders")
            .sortedBy(JobSearchQuerySortRequest.FieldEnum.class)),
    INCIDENTS(Shape.of(Table.INCIDENT, "incidentKey")
            .fields(KEY, "processInstanceKey", "processDefinitionKey", "elementInstanceKey", "jobKey")
            .fields(TEXT, "processDefinitionId", "elementId", "errorMessage")
            .choice("errorType", IncidentFilter.ErrorTypeEnum.class)
            .choice("state", IncidentFilter.StateEnum.class)
            .fields(INSTANT, "creationTime")
            .sortedBy(IncidentSearchQuerySortRequest.FieldEnum.class)),
    MESSAGE_SUBSCRIPTIONS(Shape.of(Table.MESSAGE_SUBSCRIPTION, "messageSubscriptionKey")
            .fields(KEY, "processInstanceKey", "elementInstanceKey")
            .field("processDefinitionKey", definitionOfInstance(), KEY)
            .fields(TEXT, "processDefinitionId", "elementId", "messageName", "correlationKey")
            .choice("messageSubscriptionState", MessageSubscriptionStateEnum.class)
            .fields(INSTANT, "lastUpdatedDate")
            .sortedBy(MessageSubscriptionSearchQuerySortRequest.FieldEnum.class)),
    CORRELATED_MESSAGES(Shape.of(Table.CORRELATED_MESSAGE, "subscriptionKey", "messageKey")
            .fields(KEY, "processInstanceKey", "elementInstanceKey")
            .field("processDefinitionKey", definitionOfInstance(), KEY)
            .fields(TEXT, "processDefinitionId", "elementId", "messageName", "correlationKey")
            .field("partitionId", "cast(1 as integer)", NUMBER)
            .fields(INSTANT, "correlationTime")
            .sortedBy(CorrelatedMessageSubscriptionSearchQuerySortRequest.FieldEnum.class)),
    DECISION_INSTANCES(Shape.of(Table.DECISION_INSTANCE, "decisionEvaluationInstanceKey")
            .fields(TEXT, "decisionEvaluationInstanceKey", "evaluationFailure", "decisionDefinitionId")
            .fields(TEXT, "decisionDefinitionName", "result")
            .choice("state", DecisionInstanceStateEnum.class)
            .choice("decisionDefinitionType", DecisionDefinitionTypeEnum.class)
            .fields(KEY, "decisionEvaluationKey", "decisionDefinitionKey", "processDefinitionKey")
            .fields(KEY, "processInstanceKey", "elementInstanceKey")
            .fields(NUMBER, "decisionDefinitionVersion")
            .fields(INSTANT, "evaluationDate")
            .sortedBy(DecisionInstanceSearchQuerySortRequest.FieldEnum.class));

    private final Shape shape;

    Subject(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    private static Shape processInstances() {
        var shape = Shape.of(Table.PROCESS_INSTANCE, "processInstanceKey")
                .fields(KEY, "processDefinitionKey", "parentProcessInstanceKey", "parentElementInstanceKey")
                .fields(TEXT, "processDefinitionId", "processDefinitionName", "processDefinitionVersionTag")
                .choice("state", ProcessInstanceStateEnum.class)
                .fields(NUMBER, "processDefinitionVersion")
                .fields(INSTANT, "startDate", "endDate")
                .fields(TAGS, "tags")
                .field("hasIncident", "(t.incidents > 0)", FLAG)
                .criterion("tags", Criteria.tags())
                .criterion("variables", Criteria.variables("t.process_instance_key", "v.process_instance_key"))
                .criterion("elementId", Criteria.element())
                .criterion("elementInstanceState", Criteria.element())
                .criterion("hasElementInstanceIncident", Criteria.element())
                .criterion("errorMessage", Criteria.incident("errorMessage", "i.error_message", TEXT))
                .criterion(
                        "incidentErrorHashCode",
                        Criteria.incident("incidentErrorHashCode", "i.error_message_hash", NUMBER))
                .criterion("hasRetriesLeft", Criteria.retriesLeft())
                .criterion("batchOperationId", Criteria.never())
                .sortedBy(ProcessInstanceSearchQuerySortRequest.FieldEnum.class);
        return shape.criterion("$or", Criteria.or(shape));
    }

    private static Shape variables() {
        return Shape.of(Table.VARIABLE, "variableKey")
                .fields(KEY, "processInstanceKey", "scopeKey")
                .fields(TEXT, "name")
                .sortedBy(VariableSearchQuerySortRequest.FieldEnum.class);
    }

    /** The engine's message records do not name it. */
    private static String definitionOfInstance() {
        return "(select p.process_definition_key from engine_process_instance p"
                + " where p.process_instance_key = t.process_instance_key)";
    }

    private static Criterion column(String name, String sql, Kind kind) {
        return (wanted, filter, to) -> Comparison.add(new Field(name, sql, kind), wanted, to);
    }
}

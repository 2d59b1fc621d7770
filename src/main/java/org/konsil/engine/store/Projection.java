package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessMessageSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;

/** Says what each event of the log means for the tables. */
final class Projection {

    private final Definitions definitions;

    Projection(Definitions definitions) {
        this.definitions = definitions;
    }

    void apply(Happening event, Batch batch) {
        switch (event.value()) {
            case ProcessInstanceRecordValue value -> InstanceEvents.apply(event, value, definitions, batch);
            case VariableRecordValue value -> VariableEvents.apply(event, value, batch);
            case JobRecordValue value -> JobEvents.apply(event, value, batch);
            case UserTaskRecordValue value -> UserTaskEvents.apply(event, value, definitions, batch);
            case IncidentRecordValue value -> IncidentEvents.apply(event, value, batch);
            case ProcessMessageSubscriptionRecordValue value -> MessageEvents.apply(event, value, batch);
            case MessageStartEventSubscriptionRecordValue value -> MessageEvents.apply(event, value, batch);
            case DecisionEvaluationRecordValue value -> DecisionEvents.apply(event, value, batch);
            case Process value -> DefinitionEvents.apply(event, value, definitions, batch);
            case Form value -> DefinitionEvents.apply(event, value, batch);
            case DecisionRecordValue value -> DefinitionEvents.apply(event, value, batch);
            case DecisionRequirementsRecordValue value -> DefinitionEvents.apply(event, value, batch);
            default -> {}
        }
    }
}

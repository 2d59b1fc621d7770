package org.konsil.engine.store;

import io.camunda.zeebe.protocol.record.intent.DecisionIntent;
import io.camunda.zeebe.protocol.record.intent.DecisionRequirementsIntent;
import io.camunda.zeebe.protocol.record.intent.FormIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.DecisionRequirementsRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.nio.charset.StandardCharsets;

/** Deployed models. What is deleted stays readable for the history, but is no longer listed. */
final class DefinitionEvents {

    private DefinitionEvents() {}

    static void apply(Happening event, Process value, Definitions definitions, Batch batch) {
        long key = value.getProcessDefinitionKey();
        if (event.intent() == ProcessIntent.DELETED) {
            batch.changed(Table.PROCESS_DEFINITION, key).set("deleted", true);
        }
        if (event.intent() != ProcessIntent.CREATED) {
            return;
        }
        var xml = text(value.getResource());
        var names = ModelNames.of(xml);
        definitions.put(key, new Definitions.Definition(names, value.getVersionTag()));
        batch.created(Table.PROCESS_DEFINITION, key)
                .set("process_definition_id", value.getBpmnProcessId())
                .set("name", names.nameOf(value.getBpmnProcessId()).orElse(null))
                .set("version", value.getVersion())
                .setText("version_tag", value.getVersionTag())
                .set("resource_name", value.getResourceName())
                .set("has_start_form", names.startForm().isPresent())
                .set("start_form_id", names.startForm().orElse(null))
                .set("deleted", false)
                .set("xml", xml);
    }

    static void apply(Happening event, Form value, Batch batch) {
        if (event.intent() == FormIntent.DELETED) {
            batch.changed(Table.FORM, value.getFormKey()).set("deleted", true);
        } else if (event.intent() == FormIntent.CREATED) {
            batch.created(Table.FORM, value.getFormKey())
                    .set("form_id", value.getFormId())
                    .set("version", value.getVersion())
                    .set("resource_name", value.getResourceName())
                    .set("deleted", false)
                    .set("form_schema", text(value.getResource()));
        }
    }

    static void apply(Happening event, DecisionRecordValue value, Batch batch) {
        if (event.intent() == DecisionIntent.DELETED) {
            batch.changed(Table.DECISION_DEFINITION, value.getDecisionKey()).set("deleted", true);
        } else if (event.intent() == DecisionIntent.CREATED) {
            batch.created(Table.DECISION_DEFINITION, value.getDecisionKey())
                    .set("decision_definition_id", value.getDecisionId())
                    .set("name", value.getDecisionName())
                    .set("version", value.getVersion())
                    .set("decision_requirements_key", value.getDecisionRequirementsKey())
                    .set("decision_requirements_id", value.getDecisionRequirementsId())
                    .set("deleted", false);
        }
    }

    static void apply(Happening event, DecisionRequirementsRecordValue value, Batch batch) {
        long key = value.getDecisionRequirementsKey();
        if (event.intent() == DecisionRequirementsIntent.DELETED) {
            batch.changed(Table.DECISION_REQUIREMENTS, key).set("deleted", true);
        } else if (event.intent() == DecisionRequirementsIntent.CREATED) {
            batch.created(Table.DECISION_REQUIREMENTS, key)
                    .set("decision_requirements_id", value.getDecisionRequirementsId())
                    .set("decision_requirements_name", value.getDecisionRequirementsName())
                    .set("version", value.getDecisionRequirementsVersion())
                    .set("resource_name", value.getResourceName())
                    .set("deleted", false)
                    .set("xml", text(value.getResource()));
        }
    }

    private static String text(byte[] resource) {
        return new String(resource, StandardCharsets.UTF_8);
    }
}

package org.konsil.engine.gateway.rest;

import io.camunda.zeebe.protocol.impl.record.value.adhocsubprocess.AdHocSubProcessInstructionRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.AdHocSubProcessInstructionIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.io.IOException;
import org.konsil.engine.core.Command;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Elements of running instances, their variables and incidents. */
final class ElementInstances {

    private final Asking engine;
    private final Lists lists;

    ElementInstances(Asking engine, Searches searches) {
        this.engine = engine;
        this.lists = new Lists(searches);
    }

    void register(Calls calls) {
        calls.add("POST", "/v2/element-instances/search", lists.search(Subject.ELEMENT_INSTANCES))
                .add(
                        "GET",
                        "/v2/element-instances/{key}",
                        lists.get(Subject.ELEMENT_INSTANCES, "Element instance", "key"))
                .add("PUT", "/v2/element-instances/{key}/variables", this::setVariables)
                .add("POST", "/v2/element-instances/ad-hoc-activities/{key}/activation", this::activateAdHoc)
                .add("POST", "/v2/variables/search", this::searchVariables)
                .add("GET", "/v2/variables/{key}", lists.get(Subject.WHOLE_VARIABLES, "Variable", "key"))
                .add("POST", "/v2/incidents/search", lists.search(Subject.INCIDENTS))
                .add("GET", "/v2/incidents/{key}", lists.get(Subject.INCIDENTS, "Incident", "key"))
                .add("POST", "/v2/incidents/{key}/resolution", this::resolve);
    }

    private Reply setVariables(Call call) throws IOException {
        var body = call.body();
        var record = new VariableDocumentRecord()
                .setScopeKey(call.key("key"))
                .setUpdateSemantics(
                        body.flag("local", false)
                                ? VariableDocumentUpdateSemantic.LOCAL
                                : VariableDocumentUpdateSemantic.PROPAGATE);
        body.variables(record::setVariables);
        engine.ask(Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, record)
                .referring(body.longNumber("operationReference", -1)));
        return Reply.done();
    }

    private Reply activateAdHoc(Call call) throws IOException {
        var body = call.body();
        var record = new AdHocSubProcessInstructionRecord()
                .setAdHocSubProcessInstanceKey(call.key("key"))
                .setCancelRemainingInstances(body.flag("cancelRemainingInstances", false));
        for (var one : body.objects("elements")) {
            var element = record.activateElements().add().setElementId(one.required("elementId"));
            one.variables(element::setVariables);
        }
        engine.ask(Command.of(
                ValueType.AD_HOC_SUB_PROCESS_INSTRUCTION, AdHocSubProcessInstructionIntent.ACTIVATE, record));
        return Reply.done();
    }

    private Reply searchVariables(Call call) throws IOException {
        var subject = call.query("truncateValues", true) ? Subject.VARIABLES : Subject.WHOLE_VARIABLES;
        return Reply.ok(lists.searches().search(subject, call.body().json()));
    }

    private Reply resolve(Call call) throws IOException {
        long key = call.key("key");
        engine.ask(Command.on(key, ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord())
                .referring(call.body().longNumber("operationReference", -1)));
        return Reply.done();
    }
}

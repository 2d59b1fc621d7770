package org.konsil.engine.gateway.rest;

import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.protocol.record.value.VariableDocumentUpdateSemantic;
import java.io.IOException;
import java.util.LinkedHashMap;
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
                        "/v2/element-instances/{elementInstanceKey}",
                        lists.get(Subject.ELEMENT_INSTANCES, "elementInstanceKey"))
                .add("PUT", "/v2/element-instances/{elementInstanceKey}/variables", this::setVariables)
                .add("POST", "/v2/variables/search", this::searchVariables)
                .add("GET", "/v2/variables/{variableKey}", this::variable)
                .add("POST", "/v2/incidents/search", lists.search(Subject.INCIDENTS))
                .add("GET", "/v2/incidents/{incidentKey}", lists.get(Subject.INCIDENTS, "incidentKey"))
                .add("POST", "/v2/incidents/{incidentKey}/resolution", this::resolve);
    }

    private Reply setVariables(Call call) throws IOException {
        var body = call.requiredBody();
        new Violations(body)
                .unless(body.has("variables"), "No variables provided")
                .refuse();
        var record = new VariableDocumentRecord()
                .setScopeKey(call.key("elementInstanceKey"))
                .setUpdateSemantics(
                        body.flag("local", false)
                                ? VariableDocumentUpdateSemantic.LOCAL
                                : VariableDocumentUpdateSemantic.PROPAGATE);
        body.variables(record::setVariables);
        engine.ask(Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, record)
                .referring(body.reference()));
        return Reply.done();
    }

    private Reply searchVariables(Call call) throws IOException {
        var subject = call.query("truncateValues", true) ? Subject.VARIABLES : Subject.WHOLE_VARIABLES;
        return Reply.ok(lists.searches().search(subject, call.body().json()));
    }

    /** A single variable comes whole, so nothing says whether it was cut. */
    private Reply variable(Call call) {
        var variable = new LinkedHashMap<>(lists.one(Subject.WHOLE_VARIABLES, call.key("variableKey")));
        variable.remove("isTruncated");
        return Reply.ok(variable);
    }

    private Reply resolve(Call call) throws IOException {
        long key = call.key("incidentKey");
        engine.ask(Command.on(key, ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord())
                .referring(call.body().reference()));
        return Reply.done();
    }
}

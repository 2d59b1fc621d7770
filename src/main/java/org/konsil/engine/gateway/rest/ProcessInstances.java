package org.konsil.engine.gateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceMigrationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceModificationIntent;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import org.konsil.engine.core.Command;
import org.konsil.engine.store.Details;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** Process instances: change them, look at them. */
final class ProcessInstances {

    private final Asking engine;
    private final Creation creation;
    private final Lists lists;
    private final Details details;

    ProcessInstances(Asking engine, Searches searches) {
        this.engine = engine;
        this.creation = new Creation(engine);
        this.lists = new Lists(searches);
        this.details = searches.details();
    }

    void register(Calls calls) {
        var one = "/v2/process-instances/{processInstanceKey}";
        calls.add("POST", "/v2/process-instances", creation::create)
                .add("POST", "/v2/process-instances/search", lists.search(Subject.PROCESS_INSTANCES))
                .add("GET", one, lists.get(Subject.PROCESS_INSTANCES, "processInstanceKey"))
                .add("POST", one + "/cancellation", this::cancel)
                .add("POST", one + "/modification", this::modify)
                .add("POST", one + "/migration", this::migrate)
                .add("GET", one + "/sequence-flows", this::sequenceFlows)
                .add("GET", one + "/statistics/element-instances", this::statistics)
                .add("GET", one + "/call-hierarchy", this::callHierarchy)
                .add("POST", one + "/incidents/search", this::incidents);
    }

    private Reply cancel(Call call) throws IOException {
        long key = call.key("processInstanceKey");
        var record = new ProcessInstanceRecord().setProcessInstanceKey(key);
        var command = Command.on(key, ValueType.PROCESS_INSTANCE, ProcessInstanceIntent.CANCEL, record);
        engine.ask(command.referring(call.body().reference()));
        return Reply.done();
    }

    private Reply modify(Call call) throws IOException {
        long key = call.key("processInstanceKey");
        var body = call.requiredBody();
        var record = Changes.modification(key, body);
        var command = Command.on(
                key, ValueType.PROCESS_INSTANCE_MODIFICATION, ProcessInstanceModificationIntent.MODIFY, record);
        engine.ask(command.referring(body.reference()));
        return Reply.done();
    }

    private Reply migrate(Call call) throws IOException {
        long key = call.key("processInstanceKey");
        var body = call.requiredBody();
        var record = Changes.migration(key, body);
        var command =
                Command.on(key, ValueType.PROCESS_INSTANCE_MIGRATION, ProcessInstanceMigrationIntent.MIGRATE, record);
        engine.ask(command.referring(body.reference()));
        return Reply.done();
    }

    private Reply sequenceFlows(Call call) {
        return Reply.ok(new Items(details.sequenceFlows(call.key("processInstanceKey"))));
    }

    private Reply statistics(Call call) {
        return Reply.ok(new Items(details.statistics().ofInstance(call.key("processInstanceKey"))));
    }

    /** From the outermost caller down to the instance. */
    private Reply callHierarchy(Call call) {
        var hierarchy = new ArrayDeque<Map<String, Object>>();
        long key = call.key("processInstanceKey");
        while (key > 0) {
            var instance = lists.one(Subject.PROCESS_INSTANCES, key);
            var id = String.valueOf(instance.get("processDefinitionId"));
            var name = instance.get("processDefinitionName");
            hierarchy.addFirst(Map.of(
                    "processInstanceKey", String.valueOf(key),
                    "processDefinitionKey", String.valueOf(instance.get("processDefinitionKey")),
                    "processDefinitionName", name == null ? id : name));
            var parent = (String) instance.get("parentProcessInstanceKey");
            key = parent == null ? -1 : Long.parseLong(parent);
        }
        return Reply.ok(hierarchy);
    }

    /** Incidents of the instance and of what it called. */
    private Reply incidents(Call call) throws IOException {
        long key = call.key("processInstanceKey");
        lists.one(Subject.PROCESS_INSTANCES, key);
        var within = JsonNodeFactory.instance.objectNode();
        var keys = within.putObject("processInstanceKey").putArray("$in");
        details.withDescendants(key).forEach(one -> keys.add(String.valueOf(one)));
        return Reply.ok(lists.searches().search(Subject.INCIDENTS, call.body().json(), within));
    }
}

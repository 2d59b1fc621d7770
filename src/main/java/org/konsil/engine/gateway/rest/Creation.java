package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.CreateProcessInstanceResult;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRuntimeInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationStartInstruction;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceResultRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.value.RuntimeInstructionType;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.konsil.engine.core.Command;

/** Starts process instances, and waits for their end when asked to. */
final class Creation {

    private static final long USUAL_WAIT_MILLIS = 10_000;

    private final Asking engine;

    Creation(Asking engine) {
        this.engine = engine;
    }

    Reply create(Call call) throws IOException {
        var body = call.requiredBody();
        var record = record(body);
        return Reply.ok(body.flag("awaitCompletion", false) ? createAndAwait(body, record) : create(body, record));
    }

    private CreateProcessInstanceResult create(Body body, ProcessInstanceCreationRecord record) {
        var done = engine.ask(command(body, ProcessInstanceCreationIntent.CREATE, record))
                .as(new ProcessInstanceCreationRecord());
        return result(done.getProcessDefinitionKey(), done.getProcessInstanceKey())
                .processDefinitionId(done.getBpmnProcessId())
                .processDefinitionVersion(done.getVersion())
                .tags(done.getTags())
                .variables(Map.of());
    }

    private CreateProcessInstanceResult createAndAwait(Body body, ProcessInstanceCreationRecord record) {
        record.setFetchVariables(body.texts("fetchVariables"));
        long wait = body.longNumber("requestTimeout", 0);
        var atMost = Duration.ofMillis(wait > 0 ? wait : USUAL_WAIT_MILLIS);
        var command = command(body, ProcessInstanceCreationIntent.CREATE_WITH_AWAITING_RESULT, record);
        var done = engine.ask(command, atMost).as(new ProcessInstanceResultRecord());
        return result(done.getProcessDefinitionKey(), done.getProcessInstanceKey())
                .processDefinitionId(done.getBpmnProcessId())
                .processDefinitionVersion(done.getVersion())
                .tags(done.getTags())
                .variables(Json.unpack(done.getVariablesBuffer()));
    }

    private static CreateProcessInstanceResult result(long definition, long instance) {
        return new CreateProcessInstanceResult()
                .processDefinitionKey(String.valueOf(definition))
                .processInstanceKey(String.valueOf(instance))
                .tenantId(Tenant.ONLY);
    }

    private static Command command(
            Body body, ProcessInstanceCreationIntent intent, ProcessInstanceCreationRecord record) {
        return Command.of(ValueType.PROCESS_INSTANCE_CREATION, intent, record).referring(body.reference());
    }

    private static ProcessInstanceCreationRecord record(Body body) {
        new Violations(body)
                .oneOf("processDefinitionId", "processDefinitionKey")
                .refuse();
        long key = body.key("processDefinitionKey");
        var record = new ProcessInstanceCreationRecord()
                .setBpmnProcessId(body.text("processDefinitionId"))
                .setProcessDefinitionKey(key)
                .setVersion(body.number("processDefinitionVersion", -1))
                .setTenantId(body.tenant());
        body.variables(record::setVariables);
        Set<String> tags = new LinkedHashSet<>(body.texts("tags"));
        record.setTags(tags);
        for (var start : body.objects("startInstructions")) {
            record.addStartInstruction(
                    new ProcessInstanceCreationStartInstruction().setElementId(start.required("elementId")));
        }
        for (var runtime : body.objects("runtimeInstructions")) {
            record.addRuntimeInstruction(new ProcessInstanceCreationRuntimeInstruction()
                    .setType(RuntimeInstructionType.TERMINATE_PROCESS_INSTANCE)
                    .setAfterElementId(runtime.required("afterElementId")));
        }
        return record;
    }
}

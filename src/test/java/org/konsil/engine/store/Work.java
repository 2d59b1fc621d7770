package org.konsil.engine.store;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.konsil.engine.Models;
import org.konsil.engine.core.Answer;
import org.konsil.engine.core.Command;
import org.konsil.engine.core.DurableEngine;

/** Makes the engine write records of nearly every kind: decision, loop, message, job, incident and its resolution. */
final class Work {

    private final DurableEngine engine;
    private int number;

    Work(DurableEngine engine) {
        this.engine = engine;
    }

    void deploy() {
        var model = Bpmn.createExecutableProcess("work")
                .startEvent()
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .exclusiveGateway("again")
                .intermediateCatchEvent(
                        "wait", event -> event.message(it -> it.name("go").zeebeCorrelationKeyExpression("id")))
                .serviceTask("do-work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done();
        var record = new DeploymentRecord();
        record.resources().add().setResourceName("work.bpmn").setResource(bytes(Bpmn.convertToString(model)));
        record.resources().add().setResourceName(Models.RISK.name()).setResource(bytes(Models.RISK.content()));
        ask(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record));
    }

    /** Takes that many instances from start to end. */
    void goThrough(int instances) {
        for (int i = 0; i < instances; i++) {
            var id = "id-" + number++;
            var creation =
                    new ProcessInstanceCreationRecord().setBpmnProcessId("work").setVersion(-1);
            creation.setVariables(new UnsafeBuffer(
                    MsgPackConverter.convertToMsgPack("{\"x\":1,\"amount\":7,\"id\":\"" + id + "\"}")));
            ask(Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
            var message =
                    new MessageRecord().setName("go").setCorrelationKey(id).setTimeToLive(60_000);
            ask(Command.of(ValueType.MESSAGE, MessageIntent.PUBLISH, message));
            long job = activate();
            ask(Command.on(
                    job,
                    ValueType.JOB,
                    JobIntent.FAIL,
                    new JobRecord().setRetries(0).setErrorMessage("no")));
            ask(Command.on(job, ValueType.JOB, JobIntent.UPDATE_RETRIES, new JobRecord().setRetries(1)));
            ask(Command.on(incident(job), ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord()));
            ask(Command.on(activate(), ValueType.JOB, JobIntent.COMPLETE, new JobRecord()));
        }
    }

    private long activate() {
        while (true) {
            var request = new JobBatchRecord();
            request.setType("work").setWorker("test").setTimeout(60_000).setMaxJobsToActivate(1);
            request.tenantIds().add().wrap(BufferUtil.wrapString("<default>"));
            var batch = ask(Command.of(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, request))
                    .as(new JobBatchRecord());
            if (!batch.getJobKeys().isEmpty()) {
                return batch.getJobKeys().getFirst();
            }
        }
    }

    /** The log knows the incident before any table does. */
    private long incident(long job) {
        try (var reader = engine.records().newReader()) {
            long found = -1;
            reader.seekToFirstEvent();
            while (reader.hasNext()) {
                var entry = reader.next();
                var metadata = new io.camunda.zeebe.protocol.impl.record.RecordMetadata();
                entry.readMetadata(metadata);
                if (metadata.getIntent() == IncidentIntent.CREATED) {
                    var incident = new IncidentRecord();
                    entry.readValue(incident);
                    found = incident.getJobKey() == job ? entry.getKey() : found;
                }
            }
            return found;
        }
    }

    private Answer ask(Command command) {
        return engine.commands().send(command).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

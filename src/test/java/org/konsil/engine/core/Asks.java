package org.konsil.engine.core;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.value.TenantOwned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/** What tests ask of a bare engine: one process "work" with one job of that type. */
final class Asks {

    private final Commands commands;

    Asks(Commands commands) {
        this.commands = commands;
    }

    /** Makes so many instances and saves the state after each ten; the log is cut as far as it may be. */
    static void workAndSave(DurableEngine engine, int instances) throws IOException {
        engine.exported(engine::lastCommittedPosition);
        var asks = new Asks(engine);
        asks.deploy();
        for (int i = 0; i < instances; i++) {
            asks.create();
            if (i % 10 == 9) engine.snapshot();
        }
    }

    Answer send(Command command) {
        return commands.send(command).orTimeout(20, TimeUnit.SECONDS).join();
    }

    void deploy() {
        var model = Bpmn.createExecutableProcess("work")
                .startEvent()
                .serviceTask("do-work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done();
        var record = new DeploymentRecord();
        record.resources()
                .add()
                .setResourceName("work.bpmn")
                .setResource(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
        send(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record));
    }

    static Command creation() {
        var record =
                new ProcessInstanceCreationRecord().setBpmnProcessId("work").setVersion(-1);
        record.setVariables(new UnsafeBuffer(MsgPackConverter.convertToMsgPack("{\"x\":1}")));
        return Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, record);
    }

    long create() {
        return send(creation()).as(new ProcessInstanceCreationRecord()).getProcessInstanceKey();
    }

    List<Long> activate(int most) {
        return List.copyOf(batch(most).getJobKeys());
    }

    JobBatchRecord batch(int most) {
        var record = new JobBatchRecord()
                .setType("work")
                .setWorker("test")
                .setTimeout(60_000)
                .setMaxJobsToActivate(most)
                .setTenantIds(List.of(TenantOwned.DEFAULT_TENANT_IDENTIFIER));
        return send(Command.of(ValueType.JOB_BATCH, JobBatchIntent.ACTIVATE, record))
                .as(new JobBatchRecord());
    }

    void complete(long job) {
        send(Command.on(job, ValueType.JOB, JobIntent.COMPLETE, new JobRecord()));
    }
}

package org.konsil.engine.core;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.incident.IncidentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.impl.record.value.signal.SignalRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.SignalIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.konsil.engine.Models;

/** A random life of an engine: decisions, loops, timers, messages, signals, user tasks, incidents, new versions, cancelled instances. */
final class VariedWork implements AutoCloseable {

    private final DurableEngine engine;
    private final Asks asks;
    private final Seen seen;
    private final Random chance;
    private int number;

    VariedWork(DurableEngine engine, long seed) {
        this.engine = engine;
        asks = new Asks(engine);
        seen = new Seen(engine.records());
        chance = new Random(seed);
    }

    void deploy() {
        var record = new DeploymentRecord();
        record.resources().add().setResourceName("varied.bpmn").setResource(bytes(Bpmn.convertToString(model())));
        record.resources().add().setResourceName(Models.RISK.name()).setResource(bytes(Models.RISK.content()));
        ask(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record));
        asks.deploy();
    }

    void steps(int count) {
        for (int i = 0; i < count; i++) step();
    }

    private void step() {
        switch (chance.nextInt(13)) {
            case 0, 1, 2 -> create();
            case 3, 4 -> publish();
            case 5, 6, 7 -> work();
            case 8 -> task();
            case 9 -> changeVariables();
            case 10 -> resolve();
            case 11 -> other();
            default -> engine.clock().offsetBy(engine.clock().offset().plusMinutes(chance.nextInt(40)));
        }
    }

    private void create() {
        var creation =
                new ProcessInstanceCreationRecord().setBpmnProcessId("varied").setVersion(-1);
        creation.setVariables(json("{\"x\":%d,\"amount\":%d,\"id\":\"id-%d\",\"items\":[1,2,%d]}"
                .formatted(chance.nextInt(), chance.nextInt(200), number++, chance.nextInt())));
        ask(Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
    }

    private void publish() {
        var message = new MessageRecord()
                .setName(chance.nextBoolean() ? "go" : "begin")
                .setCorrelationKey("id-" + chance.nextInt(number + 3))
                .setTimeToLive(chance.nextBoolean() ? 0 : 3_600_000);
        if (chance.nextBoolean()) message.setMessageId("message-" + chance.nextInt(40));
        message.setVariables(json("{\"answer\":%d}".formatted(chance.nextInt())));
        ask(Command.of(ValueType.MESSAGE, MessageIntent.PUBLISH, message));
    }

    private void work() {
        for (long job : asks.activate(1 + chance.nextInt(3))) {
            switch (chance.nextInt(5)) {
                case 0 ->
                    ask(Command.on(
                            job,
                            ValueType.JOB,
                            JobIntent.FAIL,
                            new JobRecord()
                                    .setRetries(chance.nextInt(2))
                                    .setErrorMessage("no")
                                    .setRetryBackoff(60_000)));
                case 1 ->
                    ask(Command.on(
                            job,
                            ValueType.JOB,
                            JobIntent.THROW_ERROR,
                            new JobRecord().setErrorCode(BufferUtil.wrapString("oops"))));
                case 2 -> {} // times out
                default -> {
                    var done = new JobRecord();
                    done.setVariables(json("{\"done\":%d}".formatted(chance.nextInt())));
                    ask(Command.on(job, ValueType.JOB, JobIntent.COMPLETE, done));
                }
            }
        }
    }

    private void task() {
        long task = any(seen.of(ValueType.USER_TASK, UserTaskIntent.CREATED));
        var record = new UserTaskRecord().setUserTaskKey(task);
        if (chance.nextInt(3) == 0) record.setAssignee("someone");
        var intent = chance.nextInt(3) == 0 ? UserTaskIntent.ASSIGN : UserTaskIntent.COMPLETE;
        ask(Command.on(task, ValueType.USER_TASK, intent, record));
    }

    private void changeVariables() {
        var record = new VariableDocumentRecord().setScopeKey(instance());
        record.setVariables(json("{\"x\":%d,\"more\":{\"y\":%d}}".formatted(chance.nextInt(), chance.nextInt())));
        ask(Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, record));
    }

    private void resolve() {
        long incident = any(seen.of(ValueType.INCIDENT, IncidentIntent.CREATED));
        ask(Command.on(incident, ValueType.INCIDENT, IncidentIntent.RESOLVE, new IncidentRecord()));
    }

    private void other() {
        switch (chance.nextInt(4)) {
            case 0 -> deploy();
            case 1 -> asks.create();
            case 2 ->
                ask(Command.of(ValueType.SIGNAL, SignalIntent.BROADCAST, new SignalRecord().setSignalName("all")));
            default ->
                ask(Command.on(
                        instance(),
                        ValueType.PROCESS_INSTANCE,
                        ProcessInstanceIntent.CANCEL,
                        new ProcessInstanceRecord()));
        }
    }

    private long instance() {
        return seen.elementOf(any(seen.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATED)));
    }

    private long any(List<Long> keys) {
        return keys.isEmpty() ? 1 : keys.get(chance.nextInt(keys.size()));
    }

    private void ask(Command command) {
        try {
            asks.send(command);
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof CommandRejected)) throw e; // random work is often nonsense
        }
    }

    private static BpmnModelInstance model() {
        var process = Bpmn.createExecutableProcess("varied");
        process.startEvent("called")
                .message(it -> it.name("begin"))
                .serviceTask("after-message", task -> task.zeebeJobType("work"))
                .endEvent();
        return process.startEvent()
                .businessRuleTask(
                        "rate", task -> task.zeebeCalledDecisionId("risk").zeebeResultVariable("risk"))
                .parallelGateway("fork")
                .serviceTask(
                        "each",
                        task -> task.zeebeJobType("work")
                                .multiInstance(loop -> loop.zeebeInputCollectionExpression("items")
                                        .zeebeInputElement("item")))
                .boundaryEvent("failed", event -> event.error("oops"))
                .endEvent()
                .moveToActivity("each")
                .parallelGateway("join")
                .intermediateCatchEvent("rest", event -> event.timerWithDuration("PT30M"))
                .endEvent()
                .moveToNode("fork")
                .userTask("decide", task -> task.zeebeUserTask().zeebeCandidateGroups("people"))
                .boundaryEvent("too-late", event -> event.cancelActivity(false).timerWithDuration("PT10M"))
                .endEvent()
                .moveToActivity("decide")
                .connectTo("join")
                .moveToNode("fork")
                .intermediateCatchEvent(
                        "wait", event -> event.message(it -> it.name("go").zeebeCorrelationKeyExpression("id")))
                .connectTo("join")
                .moveToNode("fork")
                .intermediateCatchEvent("hear", event -> event.signal("all"))
                .connectTo("join")
                .done();
    }

    private static DirectBuffer json(String text) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lets everything that is due happen. */
    void aDayPasses() {
        engine.clock().offsetBy(engine.clock().offset().plus(Duration.ofDays(1)));
    }

    @Override
    public void close() {
        seen.close();
    }
}

package org.konsil.engine.core;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.impl.record.value.variable.VariableDocumentRecord;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableDocumentIntent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.konsil.engine.log.SlowDisk;

/**
 * The program that gets killed: takes instances through a job, a message and a user task, many at once, and says before each command what it asks
 * and afterwards what was acknowledged. Arguments: folder, position up to which the log is stored elsewhere, number of its first instance, file with
 * the numbers of messages whose publication was never acknowledged.
 */
final class CrashChild {

    private static final int AT_ONCE = 32;

    private final DurableEngine engine;
    private final Seen seen;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<Long> tried = new HashSet<>();

    private CrashChild(DurableEngine engine) {
        this.engine = engine;
        seen = new Seen(engine.records());
    }

    public static void main(String[] args) throws Exception {
        var settings =
                new CoreSettings(Path.of(args[0]), true, 1 << 16, 500, Duration.ofMillis(150), Duration.ofMillis(20));
        var engine = DurableEngine.open(settings, Surroundings.with(new Halt()).on(new SlowDisk(Duration.ofMillis(4))));
        long stored = Long.parseLong(args[1]);
        engine.exported(() -> stored);
        var child = new CrashChild(engine);
        child.deploy();
        for (var owed : Files.readAllLines(Path.of(args[3]))) child.publish(Long.parseLong(owed));
        for (long number = Long.parseLong(args[2]); ; number++) {
            child.create(number);
            if (number % 8 == 7) child.work();
        }
    }

    private void deploy() {
        var model = Bpmn.createExecutableProcess("life")
                .startEvent()
                .serviceTask("do-work", task -> task.zeebeJobType("work"))
                .intermediateCatchEvent(
                        "wait", event -> event.message(it -> it.name("go").zeebeCorrelationKeyExpression("id")))
                .userTask("decide")
                .zeebeUserTask()
                .endEvent()
                .done();
        var record = new DeploymentRecord();
        record.resources()
                .add()
                .setResourceName("life.bpmn")
                .setResource(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
        new Asks(engine).send(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record));
    }

    private void create(long number) {
        var creation =
                new ProcessInstanceCreationRecord().setBpmnProcessId("life").setVersion(-1);
        creation.setVariables(json("{\"id\":\"%d\"}".formatted(number)));
        send(
                Said.CREATE,
                number,
                Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
        if (number % 2 == 0) publish(number); // half of the messages come before anybody waits for them
    }

    private void publish(long number) {
        var message = new MessageRecord()
                .setName("go")
                .setCorrelationKey(Long.toString(number))
                .setTimeToLive(Duration.ofDays(1).toMillis())
                .setMessageId("message-" + number);
        send(Said.PUBLISH, number, Command.of(ValueType.MESSAGE, MessageIntent.PUBLISH, message));
    }

    private void work() {
        var batch = new Asks(engine).batch(8);
        for (int i = 0; i < batch.getJobKeys().size(); i++) {
            long job = batch.getJobKeys().get(i);
            send(Said.COMPLETE_JOB, job, Command.on(job, ValueType.JOB, JobIntent.COMPLETE, new JobRecord()));
            long number = Long.parseLong(
                    String.valueOf(batch.getJobs().get(i).getVariables().get("id")));
            if (number % 2 == 1) publish(number);
        }
        var done = new HashSet<>(seen.of(ValueType.USER_TASK, UserTaskIntent.COMPLETED));
        for (long task : seen.of(ValueType.USER_TASK, UserTaskIntent.CREATED))
            if (!done.contains(task) && tried.add(task)) decide(task);
    }

    private void decide(long task) {
        var note = new VariableDocumentRecord().setScopeKey(seen.elementOf(task));
        note.setVariables(json("{\"note-%d\":1}".formatted(task)));
        send(Said.CHANGE, task, Command.of(ValueType.VARIABLE_DOCUMENT, VariableDocumentIntent.UPDATE, note));
        send(
                Said.COMPLETE_TASK,
                task,
                Command.on(
                        task, ValueType.USER_TASK, UserTaskIntent.COMPLETE, new UserTaskRecord().setUserTaskKey(task)));
    }

    private void send(Said what, long about, Command command) {
        free.acquireUninterruptibly();
        what.asked(about);
        var unused = engine.send(command).whenComplete((answer, error) -> {
            free.release();
            if (error == null || alreadyThere(error)) what.acknowledged(about);
        });
    }

    /** A message that was published before the last kill after all. */
    private static boolean alreadyThere(Throwable error) {
        var cause = error instanceof CompletionException ? error.getCause() : error;
        return cause instanceof CommandRejected rejected && rejected.type() == RejectionType.ALREADY_EXISTS;
    }

    private static DirectBuffer json(String text) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(text));
    }
}

package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.DeploymentIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.stream.api.ProcessingResult;
import io.camunda.zeebe.stream.api.ProcessingResultBuilder;
import io.camunda.zeebe.stream.api.RecordProcessor;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StuckProcessorTests {

    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void aProcessorThatHangsShowsInTheHealthAndDoesNotHoldUpTheStop() throws InterruptedException {
        var around = Surroundings.with((sentence, cause) -> {}).patient(Duration.ofMillis(700));
        var end = new CountDownLatch(1);
        try {
            var engine = DurableEngine.open(CoreSettings.forTests(folder), around);
            var asks = new Asks(engine);
            asks.deploy();
            var hangs = new CountDownLatch(1);
            var watch = engine.jobs().watch("work", () -> {
                hangs.countDown();
                uninterruptibly(end);
            });
            var created = engine.send(Asks.creation());
            assertThat(hangs.await(10, TimeUnit.SECONDS)).isTrue();
            var unanswered = engine.send(Asks.creation());
            await().until(() -> !engine.health().up());
            assertThat(engine.health().reason())
                    .contains("processor has not moved for")
                    .contains("start again");
            long begun = System.nanoTime();
            engine.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            assertThatThrownBy(unanswered::join).hasCauseInstanceOf(EngineStopped.class);
            assertThat(created).isDone();
            watch.close();
        } finally {
            end.countDown();
        }
    }

    @Test
    void aValueThatIsNestedTooDeeplyIsOneFailedCommand() {
        try (var engine = DurableEngine.open(CoreSettings.forTests(folder))) {
            var asks = new Asks(engine);
            asks.deploy();
            var model = Bpmn.createExecutableProcess("deep")
                    .startEvent()
                    .serviceTask("ask", task -> task.zeebeJobType("work").zeebeInputExpression("count(x)", "y"))
                    .endEvent()
                    .done();
            var record = new DeploymentRecord();
            record.resources()
                    .add()
                    .setResourceName("deep.bpmn")
                    .setResource(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
            asks.send(Command.of(ValueType.DEPLOYMENT, DeploymentIntent.CREATE, record));
            var creation =
                    new ProcessInstanceCreationRecord().setBpmnProcessId("deep").setVersion(-1);
            creation.setVariables(new UnsafeBuffer(nested(100_000)));
            var deep = engine.send(
                    Command.of(ValueType.PROCESS_INSTANCE_CREATION, ProcessInstanceCreationIntent.CREATE, creation));
            assertThat(asks.create()).isPositive();
            assertThat(engine.health()).isEqualTo(Health.fine());
            assertThat(deep).isDone();
        }
    }

    /** {"x": [[[ ... null ... ]]]} in MessagePack. */
    private static byte[] nested(int depth) {
        var bytes = new byte[depth + 4];
        java.util.Arrays.fill(bytes, (byte) 0x91);
        bytes[0] = (byte) 0x81;
        bytes[1] = (byte) 0xa1;
        bytes[2] = 'x';
        bytes[depth + 3] = (byte) 0xc0;
        return bytes;
    }

    @Test
    void anOverflowOfTheStackBecomesAnOrdinaryFailure() {
        var deep = (RecordProcessor) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RecordProcessor.class}, (proxy, method, arguments) -> {
                    throw new StackOverflowError();
                });
        var guard = new StackGuard(deep);
        assertThatThrownBy(() -> process(guard))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("deeper stack");
    }

    @SuppressWarnings("NullAway") // the processor that overflows looks at nothing
    private static ProcessingResult process(RecordProcessor processor) {
        return processor.process(null, (ProcessingResultBuilder) null);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }
}

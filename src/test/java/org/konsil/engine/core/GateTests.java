package org.konsil.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTests {

    private static final Command ANY = Asks.creation();

    private final Gate gate = new Gate();

    private static CompletableFuture<Answer> under() {
        return new CompletableFuture<>();
    }

    @Test
    void whoComesWhileTheGateIsHeldWaitsAndGoesOnInOrder() {
        var order = new StringBuilder();
        gate.hold();
        var first = gate.pass(ANY, () -> {
            order.append("first ");
            return under();
        });
        gate.pass(ANY, () -> {
            order.append("second");
            return under();
        });
        assertThat(order).isEmpty();
        assertThat(first).isNotDone();

        gate.open();

        assertThat(order).hasToString("first second");
    }

    @Test
    void whoIsGoneMeanwhileDoesNotPass() {
        gate.hold();
        gate.pass(ANY, () -> {
                    throw new AssertionError("passed");
                })
                .cancel(false);
        gate.open();
    }

    @Test
    void aGateThatIsShutTurnsAwayThoseWhoWaitAndThoseWhoCome() {
        gate.hold();
        var waiting = gate.pass(ANY, GateTests::under);
        gate.shut("The engine is stopping");
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(EngineStopped.class);
        assertThatThrownBy(gate.pass(ANY, GateTests::under)::join).hasMessageContaining("is stopping");
    }

    @Test
    void itIsQuietWhenAllWhoPassedHaveTheirAnswers() {
        var answer = under();
        gate.pass(ANY, () -> answer);
        gate.shut("The engine is stopping");
        assertThat(gate.quiet()).isNotDone();
        answer.completeExceptionally(new EngineBusy("whatever it is"));
        assertThat(gate.quiet()).isDone();
    }

    @Test
    void aJobThatNobodyTakesGoesBackEvenThen() {
        gate.shut("The engine is stopping");
        var back = Command.on(1, ValueType.JOB, JobIntent.YIELD, new JobRecord());
        assertThat(gate.pass(back, GateTests::under)).isNotDone();
    }

    @Test
    void nothingIsAcknowledgedInTheStillness(@TempDir Path folder) throws Exception {
        try (var engine = DurableEngine.open(CoreSettings.forTests(folder), (sentence, cause) -> {})) {
            var asks = new Asks(engine);
            asks.deploy();
            engine.settle(Duration.ofSeconds(10)); // the engine itself may still write something after its answer
            var held = new CompletableFuture<CompletableFuture<Answer>>();
            engine.during(() -> {
                long before = engine.lastCommittedPosition();
                held.complete(engine.send(Asks.creation()));
                assertThat(held.join()).isNotDone();
                assertThat(engine.lastCommittedPosition()).isEqualTo(before);
            });
            assertThat(held.join().join().intent()).isNotNull();
        }
    }
}

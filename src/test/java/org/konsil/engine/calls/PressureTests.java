package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.engine.core.CommandRejected;
import org.konsil.engine.core.EngineBusy;
import org.konsil.engine.core.EngineStopped;

/** What clients see of an engine in trouble, on which they base whether and when they try again: statuses, titles and codes are Camunda's. */
class PressureTests {

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new EngineBusy("too much"), 503, "RESOURCE_EXHAUSTED", Code.RESOURCE_EXHAUSTED),
                Arguments.of(new EngineStopped("stopping"), 503, "UNAVAILABLE", Code.UNAVAILABLE),
                Arguments.of(rejected(RejectionType.INVALID_ARGUMENT), 400, "INVALID_ARGUMENT", Code.INVALID_ARGUMENT),
                Arguments.of(rejected(RejectionType.NOT_FOUND), 404, "NOT_FOUND", Code.NOT_FOUND),
                Arguments.of(rejected(RejectionType.ALREADY_EXISTS), 409, "ALREADY_EXISTS", Code.ALREADY_EXISTS),
                Arguments.of(rejected(RejectionType.INVALID_STATE), 409, "INVALID_STATE", Code.FAILED_PRECONDITION),
                Arguments.of(rejected(RejectionType.FORBIDDEN), 403, "FORBIDDEN", Code.PERMISSION_DENIED),
                Arguments.of(rejected(RejectionType.UNAUTHORIZED), 401, "UNAUTHORIZED", Code.UNAUTHENTICATED),
                Arguments.of(rejected(RejectionType.PROCESSING_ERROR), 500, "INTERNAL", Code.INTERNAL),
                Arguments.of(rejected(RejectionType.NULL_VAL), 500, "UNKNOWN", Code.UNKNOWN),
                Arguments.of(new IllegalStateException("a bug"), 500, "INTERNAL", Code.INTERNAL));
    }

    private static CommandRejected rejected(RejectionType type) {
        return new CommandRejected(type, ProcessInstanceCreationIntent.CREATE, "a reason");
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void everyTroubleHasItsStatus(Throwable trouble, int status, String title, Code code) {
        try (var engine = SickEngine.failing(trouble)) {
            assertThat(catchThrowable(() -> cancel(engine.client(false))))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.details().getStatus()).isEqualTo(status);
                        assertThat(problem.details().getTitle()).isEqualTo(title);
                        if (trouble instanceof CommandRejected)
                            assertThat(problem.details().getDetail())
                                    .startsWith("Command 'CREATE' rejected with code '")
                                    .endsWith("': a reason");
                    });
            assertThat(catchThrowable(() -> cancel(engine.client(true))))
                    .isInstanceOfSatisfying(
                            ClientStatusException.class,
                            refused -> assertThat(refused.getStatusCode()).isEqualTo(code));
        }
    }

    @Test
    void whoWaitsLongerThanAgreedIsToldSo() {
        try (var engine = SickEngine.silent()) {
            assertThat(catchThrowable(() -> await(engine.client(false))))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.details().getStatus()).isEqualTo(504);
                        assertThat(problem.details().getTitle()).isEqualTo("DEADLINE_EXCEEDED");
                    });
            assertThat(catchThrowable(() -> await(engine.client(true))))
                    .isInstanceOfSatisfying(
                            ClientStatusException.class,
                            late -> assertThat(late.getStatusCode()).isEqualTo(Code.DEADLINE_EXCEEDED));
        }
    }

    private static void await(CamundaClient client) {
        client.newCreateInstanceCommand()
                .bpmnProcessId("any")
                .latestVersion()
                .withResult()
                .requestTimeout(Duration.ofMillis(300))
                .send()
                .join();
    }

    private static void cancel(CamundaClient client) {
        client.newCancelInstanceCommand(1).send().join();
    }
}

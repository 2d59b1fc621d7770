package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.StatusResponse;
import io.grpc.StatusRuntimeException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.konsil.engine.TestEngine;

/** Everything that the official client can ask, going well and refused, over REST and over gRPC. */
class ClientCallTests {

    static World rest;
    static World grpc;

    @BeforeAll
    static void begin() {
        var engine = TestEngine.on(TestEngine.memory());
        var sick = SickEngine.guarded();
        rest = World.over(engine, sick, false);
        grpc = World.over(engine, sick, true);
        rest.deploy();
    }

    @AfterAll
    static void end() {
        rest.client().close();
        grpc.client().close();
        rest.sick().close();
        rest.engine().close();
    }

    static Stream<ClientCall> overRest() {
        return ClientCall.all().filter(it -> it.status() > 0);
    }

    static Stream<ClientCall> overGrpc() {
        return ClientCall.all().filter(it -> it.code() != null);
    }

    @ParameterizedTest
    @MethodSource("overRest")
    void goesWellOverRest(ClientCall call) throws Exception {
        assertThat(call.happy().run(rest)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("overGrpc")
    void goesWellOverGrpc(ClientCall call) throws Exception {
        assertThat(call.happy().run(grpc)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("overRest")
    void isRefusedOverRest(ClientCall call) {
        var answer = new AtomicReference<Object>();
        var refusal = catchThrowable(() -> answer.set(call.rejected().run(rest)));
        if (answer.get() instanceof StatusResponse status) {
            assertThat(status.getStatus()).isEqualTo(StatusResponse.Status.DOWN);
            return;
        }
        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.details().getStatus()).as(problem.getMessage()).isEqualTo(call.status());
            assertThat(problem.details().getTitle()).isNotBlank();
            assertThat(problem.details().getDetail()).isNotBlank();
            assertThat(problem.details().getInstance().getPath()).startsWith("/v2/");
        });
    }

    @ParameterizedTest
    @MethodSource("overGrpc")
    void isRefusedOverGrpc(ClientCall call) {
        var refusal = catchThrowable(() -> call.rejected().run(grpc));
        var status = refusal instanceof ClientStatusException known
                ? known.getStatus()
                : ((StatusRuntimeException) refusal).getStatus();
        assertThat(status.getCode()).as(status.toString()).isEqualTo(call.code());
        assertThat(status.getDescription()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOutIsNotFound(OutOfScope out) throws Exception {
        for (var call : out.calls) {
            var line = call.split(" ", 2);
            var request = HttpRequest.newBuilder(rest.engine().restAddress().resolve(line[1]))
                    .header("Content-Type", "application/json")
                    .method(line[0], BodyPublishers.ofString("{}"));
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(call).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"title\":\"Not Found\"", "This engine has no call " + call);
        }
    }

    /** What the client can ask and is in neither list would be forgotten here. */
    @Test
    void nothingThatTheClientCanAskIsForgotten() {
        var known = ClientCall.all().map(ClientCall::method).collect(Collectors.toSet());
        assertThat(Stream.of(CamundaClient.class.getMethods())
                        .filter(it -> !Modifier.isStatic(it.getModifiers()))
                        .map(Method::getName)
                        .filter(name -> name.startsWith("new") && !OutOfScope.covers(name))
                        .collect(Collectors.toSet()))
                .isEqualTo(known);
        assertThat(known).noneMatch(OutOfScope::covers);
    }
}

package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Map;

/** Messages, signals, and decisions that instances took. */
final class MessageCalls {

    static final ClientCall[] TABLE = {
        ClientCall.both("newPublishMessageCommand", w -> publish(w, World.any()), 409, Code.ALREADY_EXISTS, w -> {
            var id = World.any();
            publish(w, id);
            return publish(w, id);
        }),
        ClientCall.rest(
                "newCorrelateMessageCommand",
                w -> {
                    var id = World.any();
                    long instance = w.start("waiting", Map.of("id", id));
                    var correlated = w.client()
                            .newCorrelateMessageCommand()
                            .messageName("go")
                            .correlationKey(id)
                            .send()
                            .join();
                    assertThat(correlated.getProcessInstanceKey()).isEqualTo(instance);
                    return correlated;
                },
                404,
                w -> w.client()
                        .newCorrelateMessageCommand()
                        .messageName("go")
                        .correlationKey(World.any())
                        .send()
                        .join()),
        ClientCall.both(
                "newBroadcastSignalCommand",
                w -> w.client()
                        .newBroadcastSignalCommand()
                        .signalName("all")
                        .variables(Map.of("a", 1))
                        .send()
                        .join(),
                400,
                Code.INVALID_ARGUMENT,
                w -> w.client()
                        .newBroadcastSignalCommand()
                        .signalName("all")
                        .tenantId("other")
                        .send()
                        .join()),
        ClientCall.rest(
                "newMessageSubscriptionSearchRequest",
                w -> {
                    long instance = w.start("waiting", Map.of("id", World.any()));
                    return World.first(w.client()
                            .newMessageSubscriptionSearchRequest()
                            .filter(it -> it.processInstanceKey(instance)));
                },
                400,
                w -> w.client()
                        .newMessageSubscriptionSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newCorrelatedMessageSubscriptionSearchRequest",
                w -> {
                    var id = World.any();
                    long instance = w.start("waiting", Map.of("id", id));
                    w.client()
                            .newPublishMessageCommand()
                            .messageName("go")
                            .correlationKey(id)
                            .send()
                            .join();
                    return World.first(w.client()
                            .newCorrelatedMessageSubscriptionSearchRequest()
                            .filter(it -> it.processInstanceKey(instance)));
                },
                400,
                w -> w.client()
                        .newCorrelatedMessageSubscriptionSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newDecisionInstanceSearchRequest",
                w -> {
                    long instance = w.start("decided", Map.of("amount", 3));
                    return World.first(w.client()
                            .newDecisionInstanceSearchRequest()
                            .filter(it -> it.processInstanceKey(instance)));
                },
                400,
                w -> w.client()
                        .newDecisionInstanceSearchRequest()
                        .page(it -> it.after("-"))
                        .send()
                        .join()),
        ClientCall.rest(
                "newDecisionInstanceGetRequest",
                w -> {
                    long instance = w.start("decided", Map.of("amount", 3));
                    var found = World.first(w.client()
                            .newDecisionInstanceSearchRequest()
                            .filter(it -> it.processInstanceKey(instance)));
                    var whole = w.client()
                            .newDecisionInstanceGetRequest(found.getDecisionInstanceId())
                            .send()
                            .join();
                    assertThat(whole.getEvaluatedInputs()).hasSize(1);
                    assertThat(whole.getMatchedRules()).hasSize(1);
                    return whole;
                },
                404,
                w -> w.client().newDecisionInstanceGetRequest("4711-1").send().join()),
    };

    private MessageCalls() {}

    private static Object publish(World w, String id) {
        return w.client()
                .newPublishMessageCommand()
                .messageName("go")
                .correlationKey(id)
                .messageId(id)
                .timeToLive(Duration.ofHours(1))
                .variables(Map.of("a", 1))
                .send()
                .join();
    }
}

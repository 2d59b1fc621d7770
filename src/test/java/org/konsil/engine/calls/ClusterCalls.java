package org.konsil.engine.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.StatusResponse;
import io.grpc.Status.Code;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The cluster, its clock. */
final class ClusterCalls {

    static final ClientCall[] TABLE = {
        ClientCall.both(
                "newTopologyRequest",
                w -> {
                    var topology = w.client().newTopologyRequest().send().join();
                    assertThat(topology.getGatewayVersion()).startsWith("8.8.");
                    var partition =
                            topology.getBrokers().getFirst().getPartitions().getFirst();
                    assertThat(partition.getHealth()).isEqualTo(PartitionBrokerHealth.HEALTHY);
                    assertThat(partition.isLeader()).isTrue();
                    return topology;
                },
                401,
                Code.UNAUTHENTICATED,
                w -> w.stranger().newTopologyRequest().send().join()),
        ClientCall.rest(
                "newStatusRequest",
                w -> {
                    var status = w.client().newStatusRequest().send().join();
                    assertThat(status.getStatus()).isEqualTo(StatusResponse.Status.UP);
                    return status;
                },
                503, // what an engine answers that does not work; the client takes it for an answer
                w -> w.stranger().newStatusRequest().send().join()),
        ClientCall.rest(
                "newPinClockCommand",
                w -> {
                    var ahead = w.engine().clock().now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
                    w.client().newPinClockCommand().time(ahead).send().join();
                    assertThat(w.engine().clock().now()).isAfterOrEqualTo(ahead);
                    return ahead;
                },
                409,
                w -> w.client().newPinClockCommand().time(Instant.EPOCH).send().join()),
        ClientCall.rest(
                "newResetClockCommand",
                w -> {
                    w.engine().purge(); // brings the clock back to the system's
                    w.deploy();
                    w.client().newResetClockCommand().send().join();
                    return w;
                },
                409,
                w -> {
                    var ahead = w.engine().clock().now().plusSeconds(60);
                    w.client().newPinClockCommand().time(ahead).send().join();
                    return w.client().newResetClockCommand().send().join();
                }),
    };

    private ClusterCalls() {}
}

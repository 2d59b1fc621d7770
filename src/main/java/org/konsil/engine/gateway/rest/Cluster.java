package org.konsil.engine.gateway.rest;

import io.camunda.client.protocol.rest.BrokerInfo;
import io.camunda.client.protocol.rest.Partition;
import io.camunda.client.protocol.rest.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.konsil.engine.core.Engine;

/** The engine as a cluster of one, and its clock. */
final class Cluster {

    private final Engine engine;
    private final RestSettings settings;
    private final Purges purges;

    Cluster(Engine engine, RestSettings settings, Purges purges) {
        this.engine = engine;
        this.settings = settings;
        this.purges = purges;
    }

    void register(Calls calls) {
        calls.add(Access.MODELERS, "GET", "/v2/topology", call -> topology())
                .add(Access.ANYBODY, "GET", "/v2/status", call -> status())
                .add("PUT", "/v2/clock", this::setClock)
                .add("POST", "/v2/clock/reset", call -> resetClock());
    }

    private Reply topology() {
        var version = VersionUtil.getVersion();
        var partition = new Partition()
                .partitionId(1)
                .role(Partition.RoleEnum.LEADER)
                .health(engine.health().up() ? Partition.HealthEnum.HEALTHY : Partition.HealthEnum.UNHEALTHY);
        var broker = new BrokerInfo()
                .nodeId(0)
                .host(settings.address())
                .port(settings.grpcPort().getAsInt())
                .version(version)
                .addPartitionsItem(partition);
        return Reply.ok(new TopologyResponse()
                .addBrokersItem(broker)
                .clusterSize(1)
                .partitionsCount(1)
                .replicationFactor(1)
                .gatewayVersion(version)
                .lastCompletedChangeId(String.valueOf(purges.completed())));
    }

    private Reply status() {
        return engine.health().up() ? Reply.done() : Reply.nothing(503);
    }

    /** Camunda would stop the clock at this time; here it ticks on from there, because a stopped clock strands what waits. */
    private Reply setClock(Call call) throws IOException {
        var body = call.requiredBody();
        long timestamp = body.longNumber("timestamp", -1);
        new Violations(body)
                .unless(body.has("timestamp"), "No timestamp provided")
                .unless(
                        !body.has("timestamp") || timestamp >= 0,
                        "The value for timestamp is '" + timestamp + "' but must be not negative")
                .refuse();
        var clock = engine.clock();
        var ahead = Duration.between(clock.now(), Instant.ofEpochMilli(timestamp));
        advance(clock.offset().plus(ahead));
        return Reply.done();
    }

    private Reply resetClock() {
        advance(Duration.ZERO);
        return Reply.done();
    }

    private void advance(Duration offset) {
        try {
            engine.clock().offsetBy(offset);
        } catch (IllegalArgumentException e) {
            throw new Problem(409, "INVALID_STATE", String.valueOf(e.getMessage()));
        }
    }
}

package org.konsil.engine.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BrokerInfo;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Partition;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.TopologyResponse;
import io.camunda.zeebe.util.VersionUtil;
import org.konsil.engine.core.Health;

/** A cluster of one. */
final class Topology {

    private Topology() {}

    static TopologyResponse of(Health health) {
        var partition = Partition.newBuilder()
                .setPartitionId(1)
                .setRole(Partition.PartitionBrokerRole.LEADER)
                .setHealth(
                        health.up()
                                ? Partition.PartitionBrokerHealth.HEALTHY
                                : Partition.PartitionBrokerHealth.UNHEALTHY);
        return TopologyResponse.newBuilder()
                .setClusterSize(1)
                .setPartitionsCount(1)
                .setReplicationFactor(1)
                .setGatewayVersion(VersionUtil.getVersion())
                .addBrokers(BrokerInfo.newBuilder()
                        .setHost("localhost")
                        .setVersion(VersionUtil.getVersion())
                        .addPartitions(partition))
                .build();
    }
}

package org.konsil.engine.core;

import io.camunda.zeebe.util.micrometer.MicrometerUtil;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;

/**
 * Those of Zeebe's own meters, under its names and with its tag {@code partition}, that tell an operator something and cost next to
 * nothing: counters and gauges, and one timer. Its other meters, of which there are hundreds, are dropped.
 */
final class ZeebeMeters {

    private static final Set<String> WORTH_WATCHING = Set.of(
            "zeebe.process.instance.creations.total",
            "zeebe.element.instance.events.total",
            "zeebe.executed.instances.total",
            "zeebe.evaluated.dmn.elements.total",
            "zeebe.job.events.total",
            "zeebe.incident.events.total",
            "zeebe.pending.incidents.total",
            "zeebe.banned.instances.total",
            "zeebe.buffered.messages.count",
            "zeebe.stream.processor.records.total",
            "zeebe.stream.processor.last.processed.position",
            "zeebe.stream.processor.latency",
            "zeebe.stream.processor.state",
            "zeebe.stream.processor.startup.recovery.time",
            "zeebe.replay.events.total",
            "zeebe.replay.last.source.position",
            "zeebe.received.request.count.total",
            "zeebe.dropped.request.count.total",
            "zeebe.backpressure.inflight.requests.count",
            "zeebe.backpressure.requests.limit",
            "zeebe.log.appender.last.appended.position",
            "zeebe.log.appender.last.committed.position",
            "zeebe.log.appender.record.appended");

    private ZeebeMeters() {}

    /** A registry for one life of the engine, to be closed with {@link #close}. */
    static MeterRegistry within(MeterRegistry all) {
        var registry = MicrometerUtil.wrap(all, Tags.of("partition", String.valueOf(Partition.ID)));
        registry.config().meterFilter(MeterFilter.denyUnless(meter -> WORTH_WATCHING.contains(meter.getName())));
        return registry;
    }

    /** Takes its meters away; the registry around it stays. */
    static void close(MeterRegistry registry) {
        MicrometerUtil.close(registry);
    }
}

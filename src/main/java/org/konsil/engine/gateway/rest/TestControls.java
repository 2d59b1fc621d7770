package org.konsil.engine.gateway.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.konsil.engine.core.Engine;

/** What Camunda Process Test asks of a remote runtime's management API. */
final class TestControls {

    private final Engine engine;
    private final Purges purges;

    TestControls(Engine engine, Purges purges) {
        this.engine = engine;
        this.purges = purges;
    }

    void register(Calls calls) {
        calls.add("GET", "/actuator/clock", call -> time())
                .add("POST", "/actuator/clock/add", this::add)
                // the clock goes back with the purge that always follows; before it, that would strand what waits
                .add("DELETE", "/actuator/clock", call -> time())
                .add("POST", "/actuator/cluster/purge", call -> Reply.json(202, Map.of("changeId", purges.purge())));
    }

    private Reply add(Call call) throws IOException {
        var more = Duration.ofMillis(call.body().longNumber("offsetMilli", 0));
        if (more.isNegative()) {
            throw Problem.invalid("The engine's clock only moves forward.");
        }
        engine.clock().offsetBy(engine.clock().offset().plus(more));
        return time();
    }

    private Reply time() {
        var now = engine.clock().now();
        return Reply.ok(Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString()));
    }
}

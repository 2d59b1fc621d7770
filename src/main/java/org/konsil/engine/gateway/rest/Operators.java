package org.konsil.engine.gateway.rest;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The management calls of an engine that runs alone; paths and answers are those of Spring Boot's Actuator. */
record Operators(Operating engine) {

    private static final String PROMETHEUS = "text/plain;version=0.0.4";

    void register(Calls calls) {
        calls.add(Access.ANYBODY, "GET", "/actuator/health", call -> health(Map.of()))
                .add("GET", "/actuator/health/engine", call -> health(Map.of("details", engine.condition())))
                .add("GET", "/actuator/prometheus", call -> Reply.text(PROMETHEUS, engine.meters()))
                .add("POST", "/actuator/backups", call -> backup());
    }

    private Reply health(Map<String, Object> more) {
        boolean up = engine.healthy();
        var told = new TreeMap<>(more);
        told.put("status", up ? "UP" : "DOWN");
        return Reply.json(up ? 200 : 503, told);
    }

    private Reply backup() throws IOException {
        return engine.backup()
                .map(taken -> Reply.json(201, taken))
                .orElseThrow(() ->
                        new Problem(409, "INVALID_STATE", "A backup is being taken already: wait until it is done."));
    }
}

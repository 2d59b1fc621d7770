package org.konsil.engine.gateway.rest;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What an operator asks of an engine that runs alone, without an application around it that would answer. */
public interface Operating {

    /** Whether it works. */
    boolean healthy();

    /** In a sentence why it does not, and the figures to look at first. */
    Map<String, Object> condition();

    /** All meters as Prometheus reads them. */
    String meters();

    /** Takes a backup into the engine's own folder for them; empty while another one is being taken. */
    Optional<Map<String, Object>> backup() throws IOException;
}

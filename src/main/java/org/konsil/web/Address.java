package org.konsil.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the program where to find it. */
@Component
class Address {

    private static final Logger LOG = LoggerFactory.getLogger(Address.class);

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        var at = ready.getApplicationContext().getEnvironment();
        var port = at.getProperty("local.server.port");
        if (port != null) LOG.info("Konsil is open at http://{}:{}", host(at), port);
    }

    private static String host(Environment at) {
        var address = at.getProperty("server.address", "localhost");
        return address.equals("127.0.0.1") ? "localhost" : address;
    }
}

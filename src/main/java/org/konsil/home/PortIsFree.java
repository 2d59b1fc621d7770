package org.konsil.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.boot.web.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Tries the pages' port before anything else is begun, so that who starts the program twice hears so at once. */
@Order(1)
class PortIsFree implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context instanceof ConfigurableWebServerApplicationContext && context.getParent() == null) {
            check(context.getEnvironment());
        }
    }

    private static void check(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        var address = environment.getProperty("server.address", InetAddress.class);
        if (port > 0) {
            try {
                new ServerSocket(port, 1, address).close();
            } catch (IOException e) {
                throw new PortUnusable(port, address, e);
            }
        }
    }
}

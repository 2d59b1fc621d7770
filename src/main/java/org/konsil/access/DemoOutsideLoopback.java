package org.konsil.access;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The demonstration was told to listen where others could reach it. */
class DemoOutsideLoopback extends RuntimeException {

    DemoOutsideLoopback(@Nullable InetAddress address) {
        super("The demonstration does not listen on " + (address == null ? "every address" : address.getHostAddress()));
    }
}

package org.konsil.home;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The pages cannot be offered on this port; the message says why. */
class PortUnusable extends RuntimeException {

    PortUnusable(int port, @Nullable InetAddress address, IOException cause) {
        super(
                "Port %d%s cannot be opened: %s."
                        .formatted(port, address == null ? "" : " on " + address.getHostAddress(), why(cause)),
                cause);
    }

    private static String why(IOException cause) {
        var words = String.valueOf(cause.getMessage());
        return words.contains("already in use")
                ? "it is in use, another program, perhaps another Konsil, listens there"
                : words;
    }
}

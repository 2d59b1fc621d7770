package org.konsil.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.konsil.ProgramTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody begins many requests and ends none. */
@ProgramTest
class SlowSendersTests {

    private static final String FROM = "X-Forwarded-For";

    @LocalServerPort
    int port;

    @Test
    void whoHoldsOnToManyRequestsIsServedNoMoreAndOthersAre() throws IOException {
        var held = new ArrayList<Socket>();
        try {
            for (int at = 0; at < 210; at++) {
                held.add(begun("203.0.113.240"));
            }
            await().until(() -> status("203.0.113.240") == 429);
            assertThat(status("203.0.113.241")).isEqualTo(200);
        } finally {
            for (var one : held) {
                one.close();
            }
        }
        await().until(() -> status("203.0.113.240") == 200);
    }

    private Socket begun(String from) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.getOutputStream()
                .write(
                        ("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                        + FROM + ": " + from + "\r\nContent-Length: 1000\r\n\r\nuser")
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private int status(String from) {
        return Attacker.nobody(port).get("/sign-in", FROM, from).statusCode();
    }
}

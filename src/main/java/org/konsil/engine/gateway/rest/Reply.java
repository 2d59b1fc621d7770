package org.konsil.engine.gateway.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What goes back. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Reply(int status, String type, byte[] body, Runnable ifUndelivered) {

    private Reply(int status, String type, byte[] body) {
        this(status, type, body, () -> {});
    }

    /** The same, with what to do when the client is gone. */
    Reply undelivered(Runnable then) {
        return new Reply(status, type, body, then);
    }

    static Reply ok(Object json) {
        return json(200, json);
    }

    static Reply json(int status, Object json) {
        return of(status, "application/json", json);
    }

    static Reply text(String type, String text) {
        return new Reply(200, type + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply done() {
        return new Reply(204, "", new byte[0]);
    }

    static Reply problem(Problem problem, String path) {
        var details = Json.MAPPER
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", path);
        return of(problem.status(), "application/problem+json", details);
    }

    void send(HttpServletResponse http) throws IOException {
        try {
            write(http);
        } catch (IOException e) {
            ifUndelivered.run();
            throw e;
        }
    }

    private void write(HttpServletResponse http) throws IOException {
        http.setStatus(status);
        if (!type.isEmpty()) {
            http.setContentType(type);
        }
        if (status == 401) {
            http.setHeader("WWW-Authenticate", "Basic realm=\"engine\", Bearer");
        }
        if (status != 204) {
            http.setContentLength(body.length);
            http.getOutputStream().write(body);
        }
        http.flushBuffer();
    }

    private static Reply of(int status, String type, Object json) {
        try {
            return new Reply(status, type, Json.MAPPER.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

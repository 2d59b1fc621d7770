package org.konsil.engine.gateway.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What goes back. */
interface Reply {

    /** Sends it; what fails before the first byte may still become problem details. */
    void send(HttpServletResponse http) throws IOException;

    static Reply ok(Object json) {
        return json(200, json);
    }

    static Reply json(int status, Object json) {
        return new Answered(status, "application/json", bytes(json));
    }

    static Reply text(String type, String text) {
        return new Answered(200, type + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply done() {
        return nothing(204);
    }

    /** A status without a body. */
    static Reply nothing(int status) {
        return new Answered(status, "", new byte[0]);
    }

    static Reply problem(Problem problem, String path) {
        var details = Json.MAPPER
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("instance", path);
        return new Answered(problem.status(), "application/problem+json", bytes(details));
    }

    /** The value as JSON. */
    static byte[] bytes(Object json) {
        try {
            return Json.MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.konsil.engine.gateway.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer that is there at once. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Answered(int status, String type, byte[] body) implements Reply {

    @Override
    public void send(HttpServletResponse http) throws IOException {
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
}

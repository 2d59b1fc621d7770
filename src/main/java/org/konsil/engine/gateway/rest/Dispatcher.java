package org.konsil.engine.gateway.rest;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Finds who answers, checks who asks, and turns every failure into problem details. */
final class Dispatcher extends HttpServlet {

    private final transient Calls calls;
    private final transient Doorkeeper doorkeeper;
    private final transient Runnable freshSearches;

    Dispatcher(Calls calls, Doorkeeper doorkeeper, Runnable freshSearches) {
        this.calls = calls;
        this.doorkeeper = doorkeeper;
        this.freshSearches = freshSearches;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        // threads that are started on the way must not hold on to the server's own class loader
        Thread.currentThread().setContextClassLoader(Dispatcher.class.getClassLoader());
        try {
            answer(request, response, path).send(response);
        } catch (IOException gone) {
            throw gone;
        } catch (Exception e) {
            var problem = Problems.of(e);
            if (response.isCommitted()) {
                throw new IOException(problem); // too late to say it: the connection breaks, the client tries again
            }
            Reply.problem(problem, path).send(response);
        }
    }

    private Reply answer(HttpServletRequest request, HttpServletResponse response, String path) throws Exception {
        var match = calls.find(request.getMethod(), path);
        var access = match.map(found -> found.call().access()).orElse(Access.MODELERS);
        doorkeeper.admit(access, request.getHeader("Authorization"));
        if (match.isEmpty()) {
            return nobody(request.getMethod(), response, path);
        }
        if (match.get().call().searches()) {
            freshSearches.run();
        }
        return match.get().call().handler().handle(new Call(request, match.get().path()));
    }

    private Reply nobody(String method, HttpServletResponse response, String path) {
        var known = calls.methods(path);
        if (known.isEmpty() || Outside.covers(path)) {
            throw new Problem(404, "Not Found", "This engine has no call " + method + " " + path);
        }
        response.setHeader("Allow", String.join(", ", known));
        throw new Problem(405, "Method Not Allowed", "Method '" + method + "' is not supported.");
    }

    private static String path(HttpServletRequest request) {
        var path = URLDecoder.decode(request.getRequestURI().replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.startsWith("//") ? path.substring(1) : path;
    }
}

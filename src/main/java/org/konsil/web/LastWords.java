package org.konsil.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.util.HtmlUtils;

/** Answers in words what the server refuses before the application sees it, such as addresses or headers that are none. */
final class LastWords extends ErrorReportValve {

    private final Problems problems;

    private LastWords(Problems problems) {
        this.problems = problems;
    }

    @Configuration(proxyBeanMethods = false)
    static class Setting {

        /** After Spring Boot's own, so that this one speaks first. */
        @Bean
        @Order
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastWords(Problems problems) {
            return server -> server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new LastWords(problems)));
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var address = request.getRequestURI();
        SafeHeaders.ALWAYS.forEach(response::setHeader);
        response.setHeader(SafeHeaders.POLICY, SafeHeaders.policyOfPrograms());
        var problem = problems.of(status, status < 500 ? "http-" + status : "failed");
        try {
            if (address == null || problems.forPrograms(request)) {
                problems.write(response, problem, address == null ? "" : address);
            } else {
                page(response, problem);
            }
            response.finishResponse();
        } catch (IOException gone) {
            // whoever asked has hung up
        }
    }

    private static void page(Response response, Problem problem) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var what = HtmlUtils.htmlEscape(problem.what());
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title></head><body>"
                                .formatted(what)
                        + "<h1>%s</h1><p>%s</p><p>%s</p></body></html>"
                                .formatted(
                                        what,
                                        HtmlUtils.htmlEscape(problem.why()),
                                        HtmlUtils.htmlEscape(problem.toDo())));
    }
}

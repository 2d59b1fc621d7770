package org.konsil.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Words problems in the reader's language, and answers with them where no controller does. */
@Component
public class Problems {

    static final String ATTRIBUTE = Problem.class.getName();

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageSource words;
    private final ObjectMapper json;
    private volatile boolean ending;

    Problems(MessageSource words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** The problem for a refusal of the domain. */
    public Problem of(Refusal refusal) {
        var status =
                switch (refusal.kind()) {
                    case UNKNOWN -> 404;
                    case FORBIDDEN -> 403;
                    case CONFLICT -> 409;
                    case INVALID -> 422;
                };
        return word(
                status,
                refusal.code(),
                refusal.fields(),
                refusal.getMessage(),
                refusal.arguments().toArray());
    }

    /** A problem whose words stand in the messages under {@code refusal.<code>}. */
    public Problem of(int status, String code, Object... arguments) {
        return word(status, code, List.of(), null, arguments);
    }

    /** The database does not answer: because the program ends and has let go of it, or for a reason that is not ours. */
    public Problem databaseAway() {
        return of(503, ending ? "stopping" : "database-down");
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
    }

    Problem of(int status, String code, List<Refusal.Field> fields) {
        return word(status, code, fields, null);
    }

    /** Programs get problem+json, people a page. */
    public boolean forPrograms(HttpServletRequest request) {
        var path = address(request).substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/actuator")
                || path.startsWith("/v2/")
                || path.startsWith("/v3/");
    }

    /** What was asked for, also where the container asks once more for the page of an error. */
    static String address(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** Answers from a filter: problem+json at once, or the error page. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (forPrograms(request)) {
            write(response, problem, address(request));
        } else {
            request.setAttribute(ATTRIBUTE, problem);
            response.sendError(problem.status());
        }
    }

    void write(HttpServletResponse response, Problem problem, String instance) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem.members(instance));
    }

    private Problem word(
            int status, String code, List<Refusal.Field> fields, @Nullable String fallback, Object... arguments) {
        var locale = LocaleContextHolder.getLocale();
        var general = "refusal.general-" + status;
        var why = fallback == null
                ? text(code, "why", general, arguments, locale)
                : given(words.getMessage("refusal." + code + ".why", arguments, fallback, locale));
        return new Problem(
                status,
                code,
                text(code, "what", general, arguments, locale),
                why,
                text(code, "do", general, arguments, locale),
                fields,
                newReference());
    }

    private String text(String code, String part, String general, Object[] arguments, Locale locale) {
        var house = words.getMessage("refusal.general." + part, null, locale);
        var kind = given(words.getMessage(general + "." + part, arguments, house, locale));
        return given(words.getMessage("refusal." + code + "." + part, arguments, kind, locale));
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String newReference() {
        var text = new StringBuilder(9);
        for (int at = 0; at < 9; at++) {
            text.append(at == 4 ? '-' : LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}

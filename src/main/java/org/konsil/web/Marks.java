package org.konsil.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Writes requests that were refused or failed into the history: who, which route and ids, why; nothing of what was sent. */
@Component
public class Marks {

    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final Actor NOBODY = Actor.of("anonymous");

    /** Entries a minute of those who are nobody, from one address and from all together: who is not let in may not fill the history. */
    private static final int MOST_FROM_AN_ADDRESS = 30;

    private static final int MOST_FROM_EVERYWHERE = 300;
    private static final String EVERYWHERE = "";

    private final Audit audit;
    private final Cache<String, AtomicInteger> lately = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Marks(Audit audit) {
        this.audit = audit;
    }

    /** The request was answered with a no. */
    public void refused(HttpServletRequest request, Problem problem) {
        write(request, problem, "request-refused", Entry.Outcome.REFUSED);
    }

    void failed(HttpServletRequest request, Problem problem) {
        write(request, problem, "request-failed", Entry.Outcome.FAILED);
    }

    private boolean isNotedOf(HttpServletRequest request) {
        return request.getUserPrincipal() != null
                || isAmong(MOST_FROM_AN_ADDRESS, request.getRemoteAddr()) && isAmong(MOST_FROM_EVERYWHERE, EVERYWHERE);
    }

    private boolean isAmong(int most, String address) {
        return lately.get(address, first -> new AtomicInteger()).incrementAndGet() <= most;
    }

    private void write(HttpServletRequest request, Problem problem, String action, Entry.Outcome outcome) {
        if (!isNotedOf(request)) {
            return;
        }
        var principal = request.getUserPrincipal();
        var variables = variables(request);
        var details = new TreeMap<String, String>();
        details.put("status", Integer.toString(problem.status()));
        details.put("reference", problem.reference());
        variables.forEach((name, value) -> details.put(name, shortened(value)));
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var route = request.getMethod() + " " + (pattern == null ? "" : pattern);
        try {
            audit.recordApart(new Entry(
                    principal == null ? NOBODY : Actor.of(principal.getName()),
                    action,
                    caseId(variables.get("caseId")),
                    route.strip(),
                    null,
                    outcome,
                    problem.code(),
                    Map.copyOf(details)));
        } catch (RuntimeException e) {
            LOG.warn("{} {} could not be written into the history ({})", action, problem.reference(), e.getClass());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? (Map<String, String>) map : Map.of();
    }

    private static @Nullable CaseId caseId(@Nullable String text) {
        try {
            return text == null ? null : CaseId.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Path variables are ids; what is not short is none. */
    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 77) + "...";
    }
}

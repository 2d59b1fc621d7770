package org.konsil.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers 429 with the time to wait. In the history stands the first of a minute only, or a flood would go on there. */
@Component
class TooMany {

    private final Problems problems;
    private final Marks marks;
    private final Allowances allowances;

    TooMany(Problems problems, Marks marks, Allowances allowances) {
        this.problems = problems;
        this.marks = marks;
        this.allowances = allowances;
    }

    void answer(HttpServletRequest request, HttpServletResponse response, Allowances.Key key, Duration wait)
            throws IOException {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        var problem = problems.of(429, "too-many-requests", seconds);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        var told = new Allowances.Key("told", key.what() + " " + key.who());
        if (allowances.take(told, 1, Duration.ofMinutes(1)).isZero()) {
            marks.refused(request, problem);
        }
        problems.answer(request, response, problem);
    }
}

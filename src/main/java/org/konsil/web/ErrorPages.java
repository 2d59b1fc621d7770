package org.konsil.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong outside any controller: in filters, in the container. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Problems problems;
    private final Answers answers;
    private final Marks marks;

    ErrorPages(Problems problems, Answers answers, Marks marks) {
        this.problems = problems;
        this.answers = answers;
        this.marks = marks;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        return answers.of(request, problem(request), HttpHeaders.EMPTY);
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(Problems.ATTRIBUTE) instanceof Problem prepared) {
            return prepared;
        }
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable cause && Broken.database(cause)) {
            return problems.databaseAway();
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status < 500) {
            return problems.of(status, "http-" + status);
        }
        var problem = problems.of(status, "failed");
        LOG.error("Request failed, reference {}", problem.reference(), thrown instanceof Throwable it ? it : null);
        marks.failed(request, problem);
        return problem;
    }
}

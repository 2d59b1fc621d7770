package org.konsil.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A problem as an answer: problem+json for programs, the page {@code error/refusal} for people. */
@Component("webAnswers")
class Answers {

    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    Object of(HttpServletRequest request, Problem problem, HttpHeaders headers) {
        if (problems.forPrograms(request)) {
            return ResponseEntity.status(problem.status())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem.members(Problems.address(request)));
        }
        return page(problem);
    }

    ModelAndView page(Problem problem) {
        var page = new ModelAndView("error/refusal", "problem", problem);
        page.setStatus(HttpStatusCode.valueOf(problem.status()));
        return page;
    }
}

package org.konsil.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.kernel.Right;
import org.konsil.web.Marks;
import org.konsil.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers what a discussion did not take with the words that were typed, so that they are mended and sent again, or taken elsewhere. */
@Component
class Unsent {

    /**
     * What was typed into one of the discussion's forms.
     *
     * @param to where the form goes, behind the discussion's address; empty for the discussion itself
     * @param language of a translation; null for a message
     */
    record Words(
            String to, DiscussionPost.Typed typed, @Nullable String language, boolean withFile) {}

    private final CaseFiles cases;
    private final Access access;
    private final Problems problems;
    private final Marks marks;

    Unsent(CaseFiles cases, Access access, Problems problems, Marks marks) {
        this.cases = cases;
        this.access = access;
        this.problems = problems;
        this.marks = marks;
    }

    /** Nothing of theirs can be shown to those who were never there. */
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        var problem = problems.of(refusal);
        if (refusal.kind() != Refusal.Kind.UNKNOWN) {
            marks.refused(request, problem);
        }
        return new ModelAndView("error/refusal", Map.of("problem", problem), HttpStatus.valueOf(problem.status()));
    }

    ModelAndView page(CaseId caseId, Words words, Refusal refusal, HttpServletRequest request) {
        var problem = problems.of(refusal);
        marks.refused(request, problem);
        var page = new ModelAndView("panel/unsent", HttpStatus.valueOf(problem.status()));
        page.addObject("here", "cases");
        page.addObject("caseId", caseId.toString());
        if (access.may(access.current(), caseId, Right.KNOW)) {
            page.addObject("pseudonym", cases.summary(caseId).pseudonym());
        }
        page.addObject("problem", problem);
        page.addObject("words", words);
        page.addObject("again", refusal.kind() != Refusal.Kind.FORBIDDEN && !(refusal instanceof TooLateToWrite));
        return page;
    }
}

package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers who was asked to sign in once more, and from which page. */
@Component
class SignInAgain {

    /** @param back a page of this house */
    record Asked(String userId, String back) implements Serializable {}

    private static final String ATTRIBUTE = SignInAgain.class.getName();

    /** Only pages of this house: nothing that a browser could take for another host. */
    private static final Pattern PAGE = Pattern.compile("/(?:[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*)?");

    private final RequestStepUp stepUp;

    SignInAgain(RequestStepUp stepUp) {
        this.stepUp = stepUp;
    }

    static String page(String wanted) {
        return PAGE.matcher(wanted).matches() ? wanted : "/";
    }

    void ask(HttpSession session, String userId, String back) {
        session.setAttribute(ATTRIBUTE, new Asked(userId, page(back)));
    }

    static boolean isAsked(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    @Nullable
    Asked take(HttpSession session) {
        var asked = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return asked instanceof Asked it ? it : null;
    }

    boolean isMet(HttpServletRequest request) {
        return stepUp.isMet(request);
    }
}

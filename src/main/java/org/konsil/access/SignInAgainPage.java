package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Between a form whose act binds and its completion: the person shows once more who they are, and comes back to the form. */
@Needs(Right.BE_SIGNED_IN)
@Controller
class SignInAgainPage {

    private static final String WRONG = SignInAgainPage.class.getName() + ".wrong";
    private static final int MOST = 5;

    private final Access access;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInAgain again;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    SignInAgainPage(
            Access access,
            Accounts accounts,
            PasswordEncoder passwords,
            SignInAgain again,
            Sessions sessions,
            Audit audit,
            Clock clock) {
        this.access = access;
        this.accounts = accounts;
        this.passwords = passwords;
        this.again = again;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * At the provider, the page goes on by itself: a redirect of the form's own request would be stopped by browsers, because
     * forms may be sent to this house only.
     */
    @GetMapping("/sign-in/again")
    String ask(
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var person = access.current();
        var atProvider = isAtProvider(request);
        if (atProvider) {
            again.ask(request.getSession(), person.userId(), back);
            response.setHeader("Refresh", "0; url=" + request.getContextPath() + OpenIdProvider.SIGN_IN);
        }
        model.addAttribute("atProvider", atProvider);
        model.addAttribute("back", SignInAgain.page(back));
        return "access/again";
    }

    @PostMapping("/sign-in/again")
    String password(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Model model) {
        var person = access.current();
        var state = SessionState.of(request.getSession(false));
        var hash = accounts.find(person.userId()).map(Account::passwordHash).orElse(null);
        if (state == null || hash == null || !passwords.matches(password, hash)) {
            audit.recordApart(Entry.refused(Actor.of(person.userId()), "sign-in", null, "wrong-credentials"));
            return wrong(request.getSession(), SignInAgain.page(back), model);
        }
        request.changeSessionId();
        request.getSession().removeAttribute(WRONG);
        state.provedBy(SignInProof.byPassword(clock)).keepIn(request.getSession());
        return "redirect:" + SignInAgain.page(back);
    }

    /** Whoever found somebody's open session may not go on guessing in it. */
    private String wrong(HttpSession session, String back, Model model) {
        var times = session.getAttribute(WRONG) instanceof Integer before ? before + 1 : 1;
        if (times >= MOST) {
            sessions.end(session, "wrong-credentials");
            return "redirect:/sign-in?ended=other";
        }
        session.setAttribute(WRONG, times);
        model.addAttribute("wrong", true);
        model.addAttribute("back", back);
        return "access/again";
    }

    private static boolean isAtProvider(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who && who.getPrincipal() instanceof OidcUser;
    }
}

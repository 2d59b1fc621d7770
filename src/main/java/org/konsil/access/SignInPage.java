package org.konsil.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in; in the demonstration it names the accounts, by role. */
@Controller
class SignInPage {

    private static final Set<String> ENDS =
            Set.of("idle", "too-long", "deactivated", "rights-changed", "at-provider", "everywhere");

    private final SignInWays ways;
    private final Accounts accounts;

    SignInPage(SignInWays ways, Accounts accounts) {
        this.ways = ways;
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    @Needs(Right.ENTER)
    String page(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ended,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("demo", ways.passwords());
        model.addAttribute("provider", ways.provider() ? OpenIdProvider.SIGN_IN : null);
        model.addAttribute("accounts", ways.passwords() ? byRole() : Map.of());
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("ended", ended != null && ENDS.contains(ended) ? ended : ended == null ? null : "other");
        var onTo = out == null ? null : onTo(request);
        if (onTo != null) {
            response.setHeader("Refresh", "0; url=" + onTo);
        }
        model.addAttribute("out", out != null);
        model.addAttribute("onTo", onTo);
        return "access/sign-in";
    }

    /** The provider's address for signing out, once. */
    private static @Nullable String onTo(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SignOut.ON_TO) instanceof String there)) {
            return null;
        }
        session.removeAttribute(SignOut.ON_TO);
        return there;
    }

    /** The part of the account's name before the dot says the role: clinician.fi, expert3.epicare. */
    private Map<String, List<Person>> byRole() {
        return accounts.all().stream()
                .collect(Collectors.groupingBy(
                        person -> person.userId().replaceFirst("\\d*(\\..*)?$", ""),
                        TreeMap::new,
                        Collectors.toList()));
    }
}

package org.konsil.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Needs;
import org.konsil.kernel.Right;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in; in the demonstration it names the accounts, by role. */
@Controller
class SignInPage {

    private final boolean demo;
    private final Accounts accounts;

    SignInPage(Environment environment, Accounts accounts) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    @Needs(Right.ENTER)
    String page(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute("accounts", demo ? byRole() : Map.of());
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("out", out != null);
        return "access/sign-in";
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

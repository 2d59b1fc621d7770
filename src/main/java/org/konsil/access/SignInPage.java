package org.konsil.access;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where people sign in; in the demonstration it names the accounts. */
@Controller
class SignInPage {

    private final boolean demo;

    SignInPage(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String wrong,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String out,
            Model model) {
        model.addAttribute("demo", demo);
        model.addAttribute("wrong", wrong != null);
        model.addAttribute("out", out != null);
        return "access/sign-in";
    }
}

package org.konsil.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.security.core.AuthenticationException;

/** The act needs a stronger or fresher sign-in than the one that the request came with (RFC 9470). */
public class StrongerSignIn extends AuthenticationException {

    public static final String CODE = "stronger-sign-in";

    private static final long serialVersionUID = 1;

    private final transient List<String> acrValues;
    private final Duration maxAge;

    StrongerSignIn(List<String> acrValues, Duration maxAge) {
        super("A stronger or fresher sign-in is needed");
        this.acrValues = List.copyOf(acrValues);
        this.maxAge = maxAge;
    }

    /** Where a browser goes to sign in once more, and comes back from to this page of the house. */
    public String askAgain(String page) {
        return "/sign-in/again?back=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** The challenge for programs (RFC 9470, section 3). */
    String challenge() {
        var acr = acrValues.isEmpty() ? "" : ", acr_values=\"" + String.join(" ", acrValues) + "\"";
        return "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A different authentication level or a fresher sign-in is needed\"" + acr
                + ", max_age=\"" + maxAge.toSeconds() + "\"";
    }
}

package org.konsil.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** The provider knows who it is, but what it says gives no right here. */
class ClaimRefused extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final @Nullable String userId;
    private final transient List<Object> arguments;

    private ClaimRefused(String code, @Nullable String userId, String message, Object... arguments) {
        super(message);
        this.code = code;
        this.userId = userId;
        this.arguments = List.of(arguments);
    }

    static ClaimRefused missing(String claim, @Nullable String userId) {
        return new ClaimRefused("claim-missing", userId, "The claim " + claim + " is missing", claim);
    }

    /** The value is shown, so it is cut down to what a role can be. */
    static ClaimRefused unknownRole(String value, String claim, String userId) {
        var shown = value.replaceAll("[^A-Za-z0-9:_./-]", "?");
        shown = shown.length() <= 80 ? shown : shown.substring(0, 77) + "...";
        return new ClaimRefused("role-unknown", userId, "No role is " + shown, shown, claim);
    }

    static ClaimRefused unusable(String claim, @Nullable String userId) {
        return new ClaimRefused("claim-unusable", userId, "The claim " + claim + " is of no use", claim);
    }

    static ClaimRefused inactive(String userId) {
        return new ClaimRefused("account-inactive", userId, "The account is not active", userId);
    }

    String code() {
        return code;
    }

    @Nullable
    String userId() {
        return userId;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}

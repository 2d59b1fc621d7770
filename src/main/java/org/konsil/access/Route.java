package org.konsil.access;

import java.util.Arrays;
import java.util.List;

/**
 * Who may use a part of the site. A module that has pages declares each of its routes as a bean; what no route names is
 * refused. A route opens the door only: what is behind it is decided by {@link Access}, case by case.
 *
 * @param roles of the groups that may enter; empty: everybody who is signed in
 */
public record Route(String pattern, boolean open, List<String> roles) {

    /** The roles that work on cases. Auditors, administrators and process owners are not among them. */
    private static final String[] CLINICAL = {
        "clinician",
        "dpo",
        "centre",
        "sponsor",
        "contact",
        "funding",
        "dispatcher",
        "coordinator",
        "lead",
        "expert",
        "guest"
    };

    public static Route toAll(String pattern) {
        return new Route(pattern, true, List.of());
    }

    public static Route toSignedIn(String pattern) {
        return new Route(pattern, false, List.of());
    }

    public static Route toRoles(String pattern, String... roles) {
        return new Route(pattern, false, List.of(roles));
    }

    /** Everybody who works on cases, and the further roles named. */
    public static Route toClinical(String pattern, String... further) {
        var roles = new java.util.ArrayList<>(Arrays.asList(CLINICAL));
        roles.addAll(Arrays.asList(further));
        return new Route(pattern, false, List.copyOf(roles));
    }
}

package org.konsil.access;

import java.util.List;
import org.konsil.kernel.Needs;

/**
 * Who may use a part of the site that a library brings along. What no route names is refused; our own pages and calls say what
 * they {@linkplain Needs need}.
 *
 * @param roles of the groups that may enter; empty: everybody who is signed in
 */
public record Route(String pattern, boolean open, List<String> roles) {

    public static Route toAll(String pattern) {
        return new Route(pattern, true, List.of());
    }

    public static Route toSignedIn(String pattern) {
        return new Route(pattern, false, List.of());
    }

    public static Route toRoles(String pattern, String... roles) {
        return new Route(pattern, false, List.of(roles));
    }
}

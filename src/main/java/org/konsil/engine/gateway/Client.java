package org.konsil.engine.gateway;

import java.util.Set;

/** Who calls the engine. */
public record Client(String name, Set<Role> roles) {

    public boolean may(Role role) {
        return roles.contains(role);
    }
}

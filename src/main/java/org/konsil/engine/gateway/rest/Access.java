package org.konsil.engine.gateway.rest;

import org.konsil.engine.gateway.Client;
import org.konsil.engine.gateway.Role;

/** Who may make a call. */
enum Access {
    /** Also who is nobody. */
    ANYBODY,
    /** Whoever may deploy or read models. */
    MODELERS,
    /** Whoever may use the whole engine. */
    CLIENTS;

    boolean allows(Client client) {
        return client.may(Role.ENGINE_CLIENT) || (this == MODELERS && client.may(Role.PROCESS_OWNER));
    }
}

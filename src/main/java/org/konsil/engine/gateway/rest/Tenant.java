package org.konsil.engine.gateway.rest;

/** The engine serves one tenant. */
final class Tenant {

    static final String ONLY = "<default>";

    private Tenant() {}

    /** Refuses any other; nothing said means the only one. */
    static void check(String tenant) {
        if (!tenant.isBlank() && !tenant.equals(ONLY)) {
            throw Problem.invalid("There is no tenant identifier '" + tenant + "': multi-tenancy is disabled.");
        }
    }
}

package org.konsil.engine.gateway.rest;

/** The engine serves one tenant. */
final class Tenant {

    static final String ONLY = "<default>";

    private Tenant() {}
}

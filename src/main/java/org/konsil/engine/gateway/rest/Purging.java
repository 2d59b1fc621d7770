package org.konsil.engine.gateway.rest;

/** Forgets everything, for tests. */
public interface Purging {

    /** Starts the engine and its store empty; returns when both work again. */
    void purge();
}

package org.konsil.engine.gateway;

/** What a client of the engine may do. */
public enum Role {
    /** Everything: job workers, the application itself. */
    ENGINE_CLIENT,
    /** Deploys and reads models; completes no job and no task, so that forms, consent and audit are not passed by. */
    PROCESS_OWNER
}

package org.konsil.engine.core;

import io.camunda.zeebe.logstreams.log.LogStreamReader;

/** The way to read what happened; only records that are on disk are visible. */
public interface Records {

    /** A reader of the log as it is now; a purge makes it useless, its owner closes it first. */
    LogStreamReader newReader();

    /** The position of the last record that can be read, -1 when there is none. */
    long lastPosition();

    /** Calls back whenever new records can be read, on a thread of the engine: be brief. */
    void onAvailable(Runnable wake);

    void remove(Runnable wake);
}

package org.konsil.engine.core;

/** Tells who waits for jobs that some have come. */
public interface JobArrivals {

    /** Calls back, on a thread of the engine, whenever jobs of the type became available; close what is returned to stop that. */
    Watch watch(String jobType, Runnable wake);

    /** A subscription that ends when it is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}

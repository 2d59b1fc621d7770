package org.konsil.engine.core;

import java.util.function.LongSupplier;
import org.konsil.engine.clock.EngineClock;

/** A running engine without its doors: what the gateways and the store work with. It stays the same object across a purge. */
public interface Engine extends AutoCloseable {

    Commands commands();

    Records records();

    JobArrivals jobs();

    JobPushes pushes();

    EngineClock clock();

    /** The position of the last record that is on disk, -1 when there is none. */
    long lastCommittedPosition();

    /** Says up to which position the records are stored elsewhere: the log is cut only below it. */
    void exported(LongSupplier position);

    /** Says up to which position the searches show the records: when they fall too far behind, new work is refused. */
    void followed(LongSupplier position);

    Health health();

    /** Forgets everything and starts empty; what is under way fails with {@link EngineStopped}. Close all readers before. */
    void purge();

    /** Takes a last snapshot and lets go of the folder. */
    @Override
    void close();
}

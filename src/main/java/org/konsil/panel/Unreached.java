package org.konsil.panel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Knows whom mail does not reach; whoever sends it answers. */
public interface Unreached {

    /** By user id: since when their mail does not arrive. Whom it reaches, or who was written nothing yet, is not in it. */
    Map<String, Instant> of(Collection<String> people);
}

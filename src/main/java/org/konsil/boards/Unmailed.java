package org.konsil.boards;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Knows whose calendar a session did not reach by mail; whoever sends it answers. */
public interface Unmailed {

    /** By user id: when the newest mail about the session was written, where it came back or was given up and none was sent since. */
    Map<String, Instant> about(UUID session);
}

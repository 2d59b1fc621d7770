package org.konsil.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was asked for, with the parts of the controllers concerned. */
record Request(UUID id, Kind kind, LocalDate receivedOn, String registeredBy, Instant registeredAt, List<Part> parts) {

    Request {
        parts = List.copyOf(parts);
    }

    public String kindCode() {
        return kind.code();
    }
}

package org.konsil.worklist;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which somebody is away, the first and the last included, and who of the same group stands in for them. */
record Away(UUID id, String userId, LocalDate from, LocalDate until, String deputy) {}

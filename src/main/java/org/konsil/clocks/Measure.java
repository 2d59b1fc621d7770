package org.konsil.clocks;

import java.time.Duration;
import java.time.Instant;

/** In what a clock counts. Time that does not count passes unnoticed: nobody is late by it or reminded in it. */
sealed interface Measure permits Hours, Days, WorkingDays {

    /** The moment when so much has been counted, from a moment on. */
    Instant after(Instant start, Duration counted);

    /** The moment that an amount of the table means, from a moment on. */
    Instant after(Instant start, Amount amount);

    /** How much is counted from a moment until a later one; nothing if it is not later. */
    Duration between(Instant from, Instant until);
}

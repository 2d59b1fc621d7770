package org.konsil.consent;

import java.time.LocalDate;

/** A person who signed; kept sealed, for the home provider's eyes. */
public record Signatory(String name, String relation, LocalDate date) {}

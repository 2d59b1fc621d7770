package org.konsil.desk.dossier;

import java.time.Instant;

/** A form that somebody filled in, to read. */
public record Paper(String formId, String by, Instant at, Readable content) {}

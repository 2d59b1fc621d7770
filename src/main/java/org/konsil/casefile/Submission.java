package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.konsil.kernel.Actor;

/** A form that somebody filled in and handed over. */
public record Submission(long taskKey, String formId, Actor by, Instant at, JsonNode answers) {}

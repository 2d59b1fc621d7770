package org.konsil.panel.thread;

import java.time.Instant;
import java.util.UUID;

/**
 * A translation of a message that a member wrote beside it.
 *
 * @param version the wording that was translated; a later one may say something else
 * @param language ISO 639-1
 */
public record SideNote(UUID id, int version, String language, String author, Instant writtenAt, String text) {}

package org.konsil.panel.thread;

import java.util.UUID;

/** A file that came with a message. Its name is personal, like its content. {@code size} in bytes. */
public record Attached(UUID id, String name, String mediaType, long size) {}

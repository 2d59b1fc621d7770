package org.konsil.panel;

/** A file that comes with a message. {@code name} as its sender called it. */
record MessageFile(String name, byte[] content) {}

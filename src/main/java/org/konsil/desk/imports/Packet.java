package org.konsil.desk.imports;

/** A file that was sent for import. */
record Packet(String name, byte[] content) {}

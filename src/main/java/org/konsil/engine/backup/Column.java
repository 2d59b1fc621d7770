package org.konsil.engine.backup;

/** A column of a table, by its name in lower case. */
record Column(String name, Kind kind) {}

package org.konsil.forms;

/** Something wrong with an answer, before it is put into the reader's words. */
record Problem(Path at, String key, Object... arguments) {}

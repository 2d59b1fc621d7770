package org.konsil.terminology;

/**
 * One name of a term.
 *
 * @param language two letters, as {@link Language} has them
 * @param position 0 for the label, more for synonyms
 */
record Name(String language, int position, String text) {}

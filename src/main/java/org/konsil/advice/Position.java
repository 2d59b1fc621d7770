package org.konsil.advice;

/** Where in the process a document was made: process id, its version, and the element of the drawing. */
public record Position(String process, int version, String element) {}

package org.konsil.domestic;

/** Whether a domestic expertise centre is recognised by its state today. */
public record Recognition(boolean recognitionValid) {}

package org.konsil.process;

/** Other files are in force than a moment ago, on this node. Whoever has read them reads again. */
public record ProcessFilesChanged() {}

package org.konsil.worklist;

/** How much work waits for a person: in their hands, on offer to them, and late of all that they may know of. */
public record Counts(long mine, long available, long overdue) {}

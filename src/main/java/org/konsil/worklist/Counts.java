package org.konsil.worklist;

/** How much work waits for a person: in their hands, on offer to them, and late of both. */
public record Counts(long mine, long available, long overdue) {}

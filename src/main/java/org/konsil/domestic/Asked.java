package org.konsil.domestic;

/** Whom a process has asked for an opinion, and the instant when it is due (ISO 8601, UTC). */
public record Asked(String domesticGroup, String opinionDue) {}

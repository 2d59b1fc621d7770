package org.konsil.domestic;

import java.time.Instant;
import org.konsil.kernel.Group;

/** Who was asked for a domestic opinion, and by when it is hoped for. */
public record OpinionRequest(Group asked, Instant askedAt, Instant dueAt) {}

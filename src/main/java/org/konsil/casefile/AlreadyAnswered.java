package org.konsil.casefile;

import org.konsil.kernel.Refusal;

/** Somebody has answered this task already. */
public class AlreadyAnswered extends Refusal {

    AlreadyAnswered(long taskKey) {
        super(Kind.CONFLICT, "already-answered", "Task " + taskKey + " was answered already", taskKey);
    }
}

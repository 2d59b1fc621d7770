package org.konsil.engine.core;

import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.intent.Intent;

/** The engine read the command and refused it; nothing changed. */
public final class CommandRejected extends RuntimeException {

    private final RejectionType type;
    private final String reason;
    private final transient Intent intent;

    public CommandRejected(RejectionType type, Intent intent, String reason) {
        super("Command '%s' rejected with code '%s': %s".formatted(intent, type, reason), null, false, false);
        this.type = type;
        this.intent = intent;
        this.reason = reason;
    }

    public RejectionType type() {
        return type;
    }

    /** What was asked. */
    public Intent intent() {
        return intent;
    }

    public String reason() {
        return reason;
    }
}

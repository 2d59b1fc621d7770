package org.konsil.process;

import java.util.Map;
import org.konsil.kernel.CaseId;

/**
 * What the engine is to be told. Written in the caller's transaction, sent in order per case by a relay, retried until
 * answered. Variables are checked against the process's variable contract: ids, codes and choices only.
 */
public interface Outbox {

    /** Starts the referral: message {@code case-registered}; the case's id is both correlation key and message id. */
    void start(CaseId caseId, Map<String, Object> variables);

    /**
     * Publishes a message; its id is the outbox row's own.
     *
     * @param correlationKey the case's id for case-wide events, else the id of the invitation, request or clock
     */
    void publish(CaseId caseId, String message, String correlationKey, Map<String, Object> variables);

    /** Completes a human task of the engine. */
    void completeTask(CaseId caseId, long taskKey, Map<String, Object> variables);
}

package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.konsil.kernel.CaseId;

/**
 * What the engine is to be told. Written in the caller's transaction, sent in order per case by a relay, retried until
 * answered. Variables are checked against the process's variable contract: ids, codes and choices only.
 */
public interface Outbox {

    /**
     * Starts the referral: message {@code case-registered}; the case's id is both correlation key and message id.
     *
     * @throws VariableRefused if a variable is not in the contract or not of its form
     */
    void start(CaseId caseId, Map<String, ?> variables);

    /**
     * Starts the referral of a closed case anew: message {@code case-reopened}. It waits up to an hour for the case's last process to end.
     *
     * @throws VariableRefused if a variable is not in the contract or not of its form
     */
    void startAgain(CaseId caseId, Map<String, ?> variables);

    /**
     * Publishes a message; its id is the outbox row's own.
     *
     * @param correlationKey the case's id for case-wide events, else the id of the invitation, request or clock
     * @throws VariableRefused if a variable is not in the contract or not of its form
     */
    void publish(CaseId caseId, String message, String correlationKey, Map<String, ?> variables);

    /**
     * Completes a human task of the engine. Of the answers only those fields go along that the contract names as written by
     * the form.
     *
     * @param more variables beyond the form's fields
     * @throws VariableRefused if a variable is not in the contract or not of its form
     */
    void completeTask(HumanTask task, JsonNode answers, Map<String, ?> more);
}

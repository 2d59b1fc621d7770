package org.konsil.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the outbox past the guard, and wakes the relay once the change is committed. */
@Service
class PostedOutbox implements Outbox {

    static final String START_MESSAGE = "case-registered";
    private static final String START_AGAIN = "case-reopened";

    private final OutboxRows rows;
    private final VariableGuard guard;
    private final OutboxRelay relay;

    PostedOutbox(OutboxRows rows, VariableGuard guard, OutboxRelay relay) {
        this.rows = rows;
        this.guard = guard;
        this.relay = relay;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(CaseId caseId, Map<String, ?> variables) {
        var checked = guard.message(START_MESSAGE, variables);
        post(caseId, Letter.Kind.START, START_MESSAGE, caseId.toString(), 0, checked);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void startAgain(CaseId caseId, Map<String, ?> variables) {
        var checked = guard.message(START_AGAIN, variables);
        post(caseId, Letter.Kind.RESTART, START_AGAIN, caseId.toString(), 0, checked);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(CaseId caseId, String message, String correlationKey, Map<String, ?> variables) {
        post(caseId, Letter.Kind.MESSAGE, message, correlationKey, 0, guard.message(message, variables));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void completeTask(HumanTask task, JsonNode answers, Map<String, ?> more) {
        var said = guard.fields(task.processId(), task.formId(), answers);
        said.setAll(guard.answer(task.processId(), "form:" + task.formId(), more));
        var checked = guard.answer(task.processId(), "form:" + task.formId(), said);
        post(task.caseId(), Letter.Kind.TASK, null, null, task.key(), checked);
    }

    private void post(
            CaseId caseId,
            Letter.Kind kind,
            @Nullable String name,
            @Nullable String correlationKey,
            long taskKey,
            JsonNode variables) {
        rows.write(Letter.of(caseId, kind, name, correlationKey, taskKey, variables.toString()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }
}

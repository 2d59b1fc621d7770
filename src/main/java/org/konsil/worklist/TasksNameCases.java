package org.konsil.worklist;

import java.util.Optional;
import org.konsil.access.NamesCase;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.springframework.stereotype.Component;

/** A task's address means the case that the task is about. */
@Component
class TasksNameCases implements NamesCase {

    private final ItemRows rows;

    TasksNameCases(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public String variable() {
        return "taskKey";
    }

    @Override
    public Optional<CaseId> caseOf(String value) {
        try {
            return rows.find(Long.parseLong(value)).map(WorkItem::caseId);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Refusal unknown(String value) {
        return ItemRefused.unknown(Long.parseLong(value));
    }
}

package org.konsil.worklist;

import java.util.Map;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseTokens;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** Turns what somebody looks for into ids: the case with exactly that pseudonym, or else the tasks whose name holds the text. */
@Component
class QueueFinds {

    private final CaseTokens tokens;
    private final Queues queues;
    private final Access access;
    private final Audit audit;

    QueueFinds(CaseTokens tokens, Queues queues, Access access, Audit audit) {
        this.tokens = tokens;
        this.queues = queues;
        this.access = access;
        this.audit = audit;
    }

    /** What a list is to be narrowed to; empty if nothing is called so that the person may know of. Looking leaves an entry, without the text. */
    Map<String, String> find(String text, Person person) {
        if (text.isBlank()) {
            return Map.of();
        }
        var found = ofCase(text, person);
        if (found.isEmpty()) {
            var tasks = queues.tasksNamed(text.strip(), person);
            found = tasks.isEmpty() ? Map.of() : Map.of("task", String.join(",", tasks));
        }
        audit.recordApart(new Entry(
                person.actor(),
                "queue-searched",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("found", String.valueOf(found.size()))));
        return found;
    }

    private Map<String, String> ofCase(String text, Person person) {
        return tokens.named(text).stream()
                .filter(caseId -> access.may(person, caseId, Right.KNOW))
                .findFirst()
                .map(caseId -> Map.of("caseId", caseId.toString()))
                .orElse(Map.of());
    }
}

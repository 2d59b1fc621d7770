package org.konsil.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A piece of work as the HTTP API writes it. Keys are text, as in Camunda's own API, because JavaScript rounds long numbers. */
record WorkItemAnswer(
        String taskKey,
        String caseId,
        String elementId,
        String formId,
        String name,
        String stage,
        @Nullable String network,
        String country,
        String urgency,
        List<String> candidateGroups,
        @Nullable String assignee,
        @Nullable Instant due,
        String clock,
        int version,
        String state,
        Instant createdAt) {

    static WorkItemAnswer of(WorkItem item) {
        return new WorkItemAnswer(
                Long.toString(item.taskKey()),
                item.caseId().toString(),
                item.elementId(),
                item.formId(),
                item.name(),
                code(item.stage()),
                item.network() == null ? null : item.network().value(),
                item.country().code(),
                item.urgency().code(),
                item.candidates(),
                item.assignee(),
                item.due(),
                item.clock().code(),
                item.version(),
                code(item.state()),
                item.createdAt());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

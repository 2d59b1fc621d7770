package org.konsil.process;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A process instance that works, or has worked, on a case.
 *
 * @param parentKey the instance that called it; null for a root
 * @param activeElements ids of the BPMN elements where it stands
 * @param completedElements ids of those that it has passed
 */
public record CaseProcess(
        long key,
        String processId,
        String name,
        int version,
        long definitionKey,
        @Nullable Long parentKey,
        String state,
        boolean hasIncident,
        Instant startedAt,
        @Nullable Instant endedAt,
        Set<String> activeElements,
        Set<String> completedElements) {

    public boolean isActive() {
        return endedAt == null;
    }
}

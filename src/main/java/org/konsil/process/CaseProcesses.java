package org.konsil.process;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which process instances work on a case, as their jobs pass by. */
@Component
class CaseProcesses {

    private static final int REMEMBERED = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Long, String> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    CaseProcesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void seen(ActivatedJob job) {
        if (job.getVariablesAsMap().get("caseId") instanceof String caseId) {
            seen(caseId, job.getProcessInstanceKey(), job.getBpmnProcessId(), job.getProcessDefinitionKey());
        }
    }

    void seen(String caseId, long instance, String processId, long definition) {
        if (caseId.equals(known.get(instance))) {
            return;
        }
        try {
            jdbc.sql("""
                            INSERT INTO case_process (case_id, process_instance_key, process_id, definition_key, seen_at)
                            VALUES (:case, :instance, :process, :definition, :now)
                            """)
                    .param("case", CaseId.of(caseId).value())
                    .param("instance", instance)
                    .param("process", processId)
                    .param("definition", definition)
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            // seen by another node, or before the last start
        }
        known.put(instance, caseId);
    }

    Optional<CaseId> caseOf(long instance) {
        return jdbc.sql(
                        "SELECT case_id FROM case_process WHERE process_instance_key = :instance ORDER BY seen_at DESC LIMIT 1")
                .param("instance", instance)
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    /** The keys of the instances, in the order in which they were first seen. */
    List<Long> of(CaseId caseId) {
        return jdbc.sql("SELECT process_instance_key FROM case_process WHERE case_id = :case ORDER BY seen_at")
                .param("case", caseId.value())
                .query(Long.class)
                .list();
    }
}

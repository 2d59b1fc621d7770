package org.konsil.access;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a task on the list of work, as the engine would. */
record StoredTask(JdbcClient jdbc) {

    private static final AtomicLong KEYS = new AtomicLong(99_000_000_000L);

    private static final OffsetDateTime LATER = OffsetDateTime.parse("2035-01-01T00:00:00Z");

    long on(CaseId caseId) {
        var key = KEYS.incrementAndGet();
        jdbc.sql("""
            INSERT INTO work_item (task_key, case_id, process_instance_key, process_id, element_id, form_id, name, stage, network,
                country, urgency, reserved, priority, due_order, state, version, created_at)
            VALUES (?, ?, 1, 'triage', 'triage', 'triage', 'Triage', 'TRIAGE', 'epicare', 'fi', 'routine', FALSE, 50, ?, 'OPEN', 1, ?)
            """).params(key, caseId.value(), LATER, LATER).update();
        return key;
    }
}

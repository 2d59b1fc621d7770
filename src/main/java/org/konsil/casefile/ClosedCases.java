package org.konsil.casefile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases that are over, for whoever reckons how long they are kept. */
@Component
public class ClosedCases {

    private final JdbcClient jdbc;

    ClosedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those closed at this instant or later, the earliest first. */
    public List<CaseId> since(Instant first, int most) {
        return jdbc
                .sql("SELECT id FROM case_file WHERE closed_at >= ? ORDER BY closed_at, id FETCH FIRST " + most
                        + " ROWS ONLY")
                .param(OffsetDateTime.ofInstant(first, ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }
}

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

    /** A case and when it was closed. */
    public record Closed(CaseId caseId, Instant at) {}

    /** Those closed at this instant or later, the earliest first. */
    public List<Closed> since(Instant first, int most) {
        return some("closed_at >= ?", List.of(utc(first)), most);
    }

    /** Those that come behind this one in that order. */
    public List<Closed> after(Closed last, int most) {
        var at = utc(last.at());
        return some(
                "closed_at >= ? AND (closed_at, id) > (?, ?)",
                List.of(at, at, last.caseId().value()),
                most);
    }

    private List<Closed> some(String which, List<Object> about, int most) {
        return jdbc.sql("SELECT id, closed_at FROM case_file WHERE " + which + " ORDER BY closed_at, id LIMIT " + most)
                .params(about)
                .query((row, number) -> new Closed(
                        new CaseId(row.getObject("id", UUID.class)),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

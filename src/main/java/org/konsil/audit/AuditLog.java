package org.konsil.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the history into the database. */
@Component
class AuditLog implements Audit {

    private static final String HISTORY = """
        SELECT e.*, c.hash FROM audit_event e LEFT JOIN audit_chain c ON c.event_id = e.id
        WHERE e.case_id = ? ORDER BY e.id
        """;

    private final JdbcClient jdbc;
    private final Apart apart;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Apart apart, Clock clock) {
        this.jdbc = jdbc;
        this.apart = apart;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        insert(jdbc, entry, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry, byte[] sealed) {
        insert(jdbc, entry, sealed);
    }

    @Override
    public void recordApart(Entry entry) {
        apart.run(own -> insert(own, entry, null));
    }

    @Override
    public List<Recorded> history(CaseId caseId) {
        return jdbc.sql(HISTORY).param(caseId.value()).query(AuditLog::recorded).list();
    }

    @Override
    public Optional<byte[]> sealed(long id) {
        return jdbc.sql("SELECT sealed FROM audit_event WHERE id = ? AND sealed IS NOT NULL")
                .param(id)
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    private void insert(JdbcClient into, Entry entry, byte @Nullable [] sealed) {
        var key = new GeneratedKeyHolder();
        var details = entry.details();
        into.sql("""
            INSERT INTO audit_event (at, actor, on_behalf_of, action, object, case_id, process_version, element, outcome, reason,
                old_value, new_value, details, sealed, sealed_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .param(1, OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                .param(2, entry.actor().userId())
                .param(3, details.get(Entry.ON_BEHALF_OF))
                .param(4, entry.action())
                .param(5, entry.object())
                .param(6, entry.caseId() == null ? null : entry.caseId().value())
                .param(7, details.get(Entry.VERSION))
                .param(8, entry.element())
                .param(9, entry.outcome().name())
                .param(10, shortened(entry.reason()))
                .param(11, details.get(Entry.OLD))
                .param(12, details.get(Entry.NEW))
                .param(13, AuditRow.plainDetails(entry))
                .param(14, sealed, java.sql.Types.VARBINARY)
                .param(15, sealed == null ? null : Link.sha256(sealed))
                .update(key, "id");
        into.sql("INSERT INTO audit_pending VALUES (?)").param(key.getKey()).update();
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= 500 ? reason : reason.substring(0, 497) + "...";
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        var read = AuditRow.read(row);
        return new Recorded(read.id(), read.at(), read.entry(), row.getString("hash"));
    }
}

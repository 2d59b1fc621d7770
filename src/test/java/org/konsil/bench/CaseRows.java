package org.konsil.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** One row of the case and one of an audit table for each service task, in one transaction; a job that comes again changes nothing. */
final class CaseRows {

    private static final String PAYLOAD = "x".repeat(300);

    private final DataSource database;

    CaseRows(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists referral_case (case_id bigint primary key, step varchar(40),"
                            + " consent varchar(10), panel integer, outcome varchar(40), payload varchar(400), updated timestamp)");
            statement.execute("create table if not exists case_audit (job_key bigint primary key, case_id bigint,"
                    + " step varchar(40), actor varchar(40), at timestamp, detail varchar(200))");
            statement.execute("create index if not exists case_audit_by_case on case_audit (case_id)");
        }
    }

    /** Forgets all cases. */
    static void drop(CaseDatabase database) throws SQLException {
        try (var pool = database.pool();
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table referral_case");
            statement.execute("drop table case_audit");
        }
    }

    void write(long caseId, long job, String step) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, caseId, job, step);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                if (!e.getSQLState().startsWith("23")) throw e; // this job was done before
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void write(Connection connection, long caseId, long job, String step) throws SQLException {
        var now = Timestamp.from(Instant.now());
        try (var audit = connection.prepareStatement(
                "insert into case_audit (job_key, case_id, step, actor, at, detail) values (?, ?, ?, 'system', ?, ?)")) {
            audit.setLong(1, job);
            audit.setLong(2, caseId);
            audit.setString(3, step);
            audit.setTimestamp(4, now);
            audit.setString(5, "step " + step + " done");
            audit.executeUpdate();
        }
        var sql = step.equals("consent")
                ? "insert into referral_case (step, outcome, updated, case_id, consent, payload) values (?, ?, ?, ?, 'given', '"
                        + PAYLOAD + "')"
                : "update referral_case set step = ?, panel = 5, outcome = ?, updated = ? where case_id = ?";
        try (var row = connection.prepareStatement(sql)) {
            row.setString(1, step);
            row.setString(2, step.equals("outcome") ? "delivered" : null);
            row.setTimestamp(3, now);
            row.setLong(4, caseId);
            row.executeUpdate();
        }
    }
}

package org.konsil.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Is told by PostgreSQL what has come onto the lists of work, as soon as anybody could read it there. Looking again and again would take what is measured away from the program. */
final class ListWatch implements AutoCloseable {

    private final Connection connection;

    ListWatch(CaseDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), "");
        try (var says = connection.createStatement()) {
            says.execute("""
                    CREATE OR REPLACE FUNCTION tell_listed() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        PERFORM pg_notify('listed', NEW.case_id || ' ' || NEW.task_key);
                        RETURN NULL;
                    END $$""");
            says.execute("""
                    CREATE OR REPLACE TRIGGER tell_listed AFTER INSERT ON queue_entry
                    FOR EACH ROW EXECUTE FUNCTION tell_listed()""");
            says.execute("LISTEN listed");
        }
    }

    /** The keys of the tasks of that case that have come, or were changed, since it was asked last; waits for the first of them, but not longer than this. */
    Set<String> next(String caseId, Duration atMost) throws SQLException {
        var told = connection.unwrap(PGConnection.class).getNotifications((int) atMost.toMillis());
        return Stream.of(told == null ? new PGNotification[0] : told)
                .map(it -> it.getParameter().split(" "))
                .filter(words -> words[0].equals(caseId))
                .map(words -> words[1])
                .collect(Collectors.toSet());
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                var says = connection.createStatement()) {
            says.execute("DROP TRIGGER tell_listed ON queue_entry");
            says.execute("DROP FUNCTION tell_listed");
        }
    }
}

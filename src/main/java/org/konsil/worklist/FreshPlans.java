package org.konsil.worklist;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Statements that PostgreSQL plans for the very values they come with. A statement that comes often is otherwise planned once, for a holder
 * of usual size, and that way is a hundred times too long for a group with ten thousand tasks.
 */
final class FreshPlans extends JdbcTemplate {

    FreshPlans(DataSource database) {
        super(database);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}

package org.konsil.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2 asks this trigger before it changes a row of the history; the answer is no. (PostgreSQL has its own.) */
public class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object @Nullable [] old, Object @Nullable [] now) throws SQLException {
        throw new SQLException("The history is append-only");
    }
}

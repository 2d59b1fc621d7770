package org.konsil.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be away. */
final class Flaky extends DelegatingDataSource {

    private volatile boolean broken;

    Flaky(DataSource real) {
        super(real);
    }

    void breakDown(boolean down) {
        broken = down;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken) {
            throw new SQLException("the database is away");
        }
        return super.getConnection();
    }
}

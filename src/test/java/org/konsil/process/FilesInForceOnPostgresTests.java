package org.konsil.process;

import javax.sql.DataSource;

class FilesInForceOnPostgresTests extends FilesInForceTests {

    @Override
    DataSource database() {
        return Postgres.fresh();
    }
}

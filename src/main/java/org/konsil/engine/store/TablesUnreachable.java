package org.konsil.engine.store;

import java.sql.SQLException;

/** The database did not answer; the same records are read again later. */
final class TablesUnreachable extends RuntimeException {

    TablesUnreachable(SQLException cause) {
        super(cause);
    }
}

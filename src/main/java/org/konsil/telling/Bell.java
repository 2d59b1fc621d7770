package org.konsil.telling;

import org.konsil.access.Access;
import org.konsil.access.NotSignedIn;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the frame of every page says of news. */
@Component("newsBell")
class Bell {

    private static final int MOST = 100;

    private final NewsRows rows;
    private final Access access;

    Bell(NewsRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    /** How many news the reader has not read, up to a hundred; none before signing in and while the database is away. */
    public long unread() {
        try {
            var reader = access.current();
            return rows.unread(reader.userId(), access.holderNames(reader), MOST);
        } catch (NotSignedIn | DataAccessException | TransactionException e) {
            return 0;
        }
    }
}

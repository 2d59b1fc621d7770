package org.konsil.worklist;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how people want their lists. */
@Repository
class Looks {

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Look of(String userId) {
        return find(userId).orElse(Look.USUAL);
    }

    /** The last one said holds. */
    void keep(String userId, Look look) {
        if (update(userId, look) == 0) {
            try {
                jdbc.sql("INSERT INTO queue_look (user_id, chosen, keys_on) VALUES (?, ?, ?)")
                        .params(userId, look.written(), look.keys())
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                update(userId, look);
            }
        }
    }

    private int update(String userId, Look look) {
        return jdbc.sql("UPDATE queue_look SET chosen = ?, keys_on = ? WHERE user_id = ?")
                .params(look.written(), look.keys(), userId)
                .update();
    }

    private Optional<Look> find(String userId) {
        return jdbc.sql("SELECT chosen, keys_on FROM queue_look WHERE user_id = ?")
                .param(userId)
                .query((row, number) -> Look.read(row.getString(1), row.getBoolean(2)))
                .optional();
    }
}

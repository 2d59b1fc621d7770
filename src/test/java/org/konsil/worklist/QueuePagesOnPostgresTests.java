package org.konsil.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.konsil.process.Postgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class QueuePagesOnPostgresTests extends QueuePagesTests {

    /** Read by case only together with the state of a letter, a person, or a meeting, for which they have indexes. */
    private static final Set<String> OTHERWISE = Set.of("outbox", "board_desk", "board_taken_off");

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }

    /** PostgreSQL, unlike H2, makes no index for a foreign key; and a small table hides that it is read whole. */
    @Test
    void whatBelongsToACaseIsFoundByTheCase() {
        var slow = jdbc.sql("""
                SELECT c.relname FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id' AND NOT a.attisdropped
                 WHERE c.relkind = 'r'
                   AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum)
                """).query(String.class).set();

        assertThat(slow).containsExactlyInAnyOrderElementsOf(OTHERWISE);
    }
}

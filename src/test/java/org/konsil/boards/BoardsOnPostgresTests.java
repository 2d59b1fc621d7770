package org.konsil.boards;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everything that boards do, on PostgreSQL. */
@DirtiesContext
class BoardsOnPostgresTests extends BoardsTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

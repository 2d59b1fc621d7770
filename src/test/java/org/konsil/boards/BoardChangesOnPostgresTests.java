package org.konsil.boards;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Boards change, and agendas fill themselves, on PostgreSQL. */
@DirtiesContext
class BoardChangesOnPostgresTests extends BoardChangesTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

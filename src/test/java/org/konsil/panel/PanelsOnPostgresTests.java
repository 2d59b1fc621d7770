package org.konsil.panel;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everything that panels do, on PostgreSQL; above all the counting of the quorum under its row lock. */
@DirtiesContext
class PanelsOnPostgresTests extends PanelsTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

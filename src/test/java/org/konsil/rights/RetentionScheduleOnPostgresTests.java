package org.konsil.rights;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How long copies are kept, on PostgreSQL. */
@DirtiesContext
class RetentionScheduleOnPostgresTests extends RetentionScheduleTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

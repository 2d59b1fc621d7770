package org.konsil.advice;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Drafting, signing and the document on PostgreSQL. */
@DirtiesContext
class OutcomesOnPostgresTests extends OutcomesTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

package org.konsil.casefile;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is derived anew of diseases, on PostgreSQL. */
@DirtiesContext
class DiseaseBacklogOnPostgresTests extends DiseaseBacklogTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

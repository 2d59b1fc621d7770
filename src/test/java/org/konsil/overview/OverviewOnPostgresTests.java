package org.konsil.overview;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class OverviewOnPostgresTests extends OverviewTests {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

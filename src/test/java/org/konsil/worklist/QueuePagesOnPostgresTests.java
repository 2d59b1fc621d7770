package org.konsil.worklist;

import org.konsil.process.Postgres;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DirtiesContext
class QueuePagesOnPostgresTests extends QueuePagesTests {

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) {
        Postgres.use(properties);
    }
}

package org.konsil.bench;

import java.io.IOException;

/** With the cases in PostgreSQL. */
class ReferralsOnPostgresBenchmark extends ReferralLoad {

    @Override
    String kind() {
        return "postgres";
    }

    @Override
    CaseDatabase database() throws IOException {
        return CaseDatabase.postgres(folder);
    }
}

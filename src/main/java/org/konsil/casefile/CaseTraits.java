package org.konsil.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** By what cases are grouped when they are counted: nothing of the patient. */
@Component
public class CaseTraits {

    /** @param network that has the case, or had it last */
    public record Traits(
            String country,
            String provider,
            String urgency,
            @Nullable String network) {}

    private final JdbcClient jdbc;

    CaseTraits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all cases there are. */
    @Transactional(readOnly = true)
    public Map<CaseId, Traits> all() {
        var all = new HashMap<CaseId, Traits>();
        jdbc.sql("SELECT id, country, provider, urgency, network FROM case_file")
                .query(row -> {
                    all.put(
                            new CaseId(row.getObject("id", UUID.class)),
                            new Traits(
                                    row.getString("country"),
                                    row.getString("provider"),
                                    row.getString("urgency"),
                                    row.getString("network")));
                });
        return all;
    }
}

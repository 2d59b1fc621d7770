package org.konsil.panel;

import java.util.Map;
import java.util.UUID;
import org.konsil.process.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the panel has asked the home clinician and nobody has answered yet: it ends with the panel. */
@Component
class OpenRequests {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    OpenRequests(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    void withdrawOpen(Panel panel) {
        var open = jdbc.sql("SELECT id FROM panel_request WHERE panel_id = ? AND state = 'OPEN'")
                .param(panel.id())
                .query(UUID.class)
                .list();
        for (var request : open) {
            jdbc.sql("UPDATE panel_request SET state = 'WITHDRAWN' WHERE id = ?")
                    .param(request)
                    .update();
            outbox.publish(panel.caseId(), "information-withdrawn", request.toString(), Map.of());
        }
    }
}

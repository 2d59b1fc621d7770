package org.konsil.panel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konsil.vault.ContentErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What leads declared of conflicts of interest, each lead of a panel once. */
@Repository
class LeadDeclarations {

    private final JdbcClient jdbc;
    private final Sealed sealed;

    LeadDeclarations(JdbcClient jdbc, Sealed sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    void keep(Panel panel, String disclosed, Instant at) {
        var content = JsonNodeFactory.instance.objectNode().put("disclosed", disclosed);
        jdbc.sql("INSERT INTO panel_lead_declaration (panel_id, lead_user, case_id, sealed, declared_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        panel.id(),
                        panel.lead(),
                        panel.caseId().value(),
                        sealed.tree(panel.caseId(), place(panel, panel.lead()), content),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The kinds that the present lead declared, separated by blanks; empty before the lead declared, or where it was erased an empty text. */
    Optional<String> of(Panel panel) {
        return jdbc.sql("SELECT sealed FROM panel_lead_declaration WHERE panel_id = ? AND lead_user = ?")
                .params(panel.id(), panel.lead())
                .query(byte[].class)
                .optional()
                .map(kept -> opened(panel, panel.lead(), kept));
    }

    /** What a lead declared, and when. */
    record Declared(List<String> kinds, Instant at) {}

    /** What each lead of this panel declared, by user id. */
    Map<String, Declared> all(Panel panel) {
        var all = new HashMap<String, Declared>();
        jdbc.sql("SELECT lead_user, sealed, declared_at FROM panel_lead_declaration WHERE panel_id = ?")
                .param(panel.id())
                .query(row -> {
                    var lead = row.getString("lead_user");
                    var kinds = opened(panel, lead, row.getBytes("sealed"));
                    var at = row.getObject("declared_at", OffsetDateTime.class).toInstant();
                    all.put(lead, new Declared(kinds.isEmpty() ? List.of() : List.of(kinds.split(" ", -1)), at));
                });
        return all;
    }

    private String opened(Panel panel, String lead, byte[] kept) {
        try {
            return sealed.openTree(panel.caseId(), place(panel, lead), kept)
                    .path("disclosed")
                    .asText();
        } catch (ContentErased e) {
            return "";
        }
    }

    private static String place(Panel panel, String lead) {
        return "panel_lead_declaration.sealed:" + panel.id() + ":" + lead;
    }
}

package org.konsil.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Legal holds: as long as one lies on a controller's copy, it is not erased (GDPR Art. 17(3)(e), 18(1)(c)). */
@Component
class Holds {

    /** A hold that lies on a copy, with its reason. */
    record Hold(Controller controller, String reason, String placedBy, Instant placedAt) {

        public String controllerCode() {
            return controller == Controller.HOME ? "home" : "network";
        }
    }

    private static final String PLACE = "rights_hold.reason";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Holds(JdbcClient jdbc, Vault vault, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    List<Hold> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM rights_hold WHERE case_id = ? ORDER BY controller")
                .param(caseId.value())
                .query((row, number) -> {
                    var controller = Controller.valueOf(row.getString("controller"));
                    return new Hold(
                            controller,
                            reason(caseId, controller, row.getBytes("reason")),
                            row.getString("placed_by"),
                            row.getObject("placed_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    boolean holds(CaseId caseId, Controller controller) {
        return of(caseId).stream().anyMatch(hold -> hold.controller() == controller);
    }

    /** A newer one takes the place of the one before. */
    @Transactional
    public void place(CaseId caseId, Controller controller, String reason, Actor by) {
        remove(caseId, controller);
        jdbc.sql("INSERT INTO rights_hold VALUES (?, ?, ?, ?, ?)")
                .params(
                        caseId.value(),
                        controller.name(),
                        vault.seal(caseId, controller, PLACE, reason),
                        by.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(entry("legal-hold-placed", caseId, controller, by));
    }

    @Transactional
    public void lift(CaseId caseId, Controller controller, Actor by) {
        if (remove(caseId, controller) > 0) {
            audit.record(entry("legal-hold-lifted", caseId, controller, by));
        }
    }

    private int remove(CaseId caseId, Controller controller) {
        return jdbc.sql("DELETE FROM rights_hold WHERE case_id = ? AND controller = ?")
                .params(caseId.value(), controller.name())
                .update();
    }

    private String reason(CaseId caseId, Controller controller, byte[] sealed) {
        try {
            return vault.open(caseId, controller, PLACE, sealed);
        } catch (ContentErased e) {
            return "";
        }
    }

    private static Entry entry(String action, CaseId caseId, Controller controller, Actor by) {
        return Entry.done(by, action, caseId)
                .with("controller", controller.name().toLowerCase(java.util.Locale.ROOT));
    }
}

package org.konsil.panel;

import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.Outbox;
import org.springframework.stereotype.Component;

/** Counts who takes part, while the panel's row is held: a full quorum opens the discussion, and the coordinator hears where it cannot be had any more. */
@Component
class Quorum {

    private final PanelRows panels;
    private final InvitationRows rows;
    private final Contributions contributions;
    private final Outbox outbox;
    private final Audit audit;

    Quorum(PanelRows panels, InvitationRows rows, Contributions contributions, Outbox outbox, Audit audit) {
        this.panels = panels;
        this.rows = rows;
        this.contributions = contributions;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Somebody or some network has gone: either the quorum is there all the same, or the coordinator hears if too few are left. */
    void settle(Panel panel) {
        if (!openIfFull(panel)) {
            tellIfShort(panel);
        }
    }

    /** @return whether the discussion was opened */
    boolean openIfFull(Panel panel) {
        var part = part(panel);
        var isFull = panel.isInviting() && part >= panel.quorum();
        if (isFull) {
            panels.stand(panel.id(), Panel.State.READY);
            outbox.publish(panel.caseId(), "quorum-reached", panel.caseId().toString(), Map.of());
            audit.record(
                    Entry.done(Actor.SYSTEM, "quorum-reached", panel.caseId()).with("accepted", part));
        }
        return isFull;
    }

    void tellIfShort(Panel panel) {
        var mayProposeMore = contributions.isPending(panel);
        if (panel.state() == Panel.State.INVITING && !mayProposeMore && left(panel) < panel.quorum()) {
            panels.stand(panel.id(), Panel.State.SHORT);
            outbox.publish(panel.caseId(), "panel-short", panel.caseId().toString(), Map.of());
            audit.record(Entry.done(Actor.SYSTEM, "panel-short", panel.caseId()).with("left", left(panel)));
        }
    }

    /** How many have accepted. */
    long part(Panel panel) {
        return rows.of(panel).stream().filter(Invitation::takesPart).count();
    }

    /** How many have accepted or may still do so. */
    long left(Panel panel) {
        return rows.of(panel).stream()
                .filter(it -> it.isOpen() || it.takesPart())
                .count();
    }
}

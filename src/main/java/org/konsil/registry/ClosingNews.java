package org.konsil.registry;

import java.util.HashMap;
import java.util.Locale;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseMoved;
import org.konsil.kernel.CaseState;
import org.konsil.process.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process {@code close-out} when a case is closed. What is to be handed over then, and to whom, is drawn there. */
@Component
class ClosingNews {

    private final CaseFiles cases;
    private final Outbox outbox;

    ClosingNews(CaseFiles cases, Outbox outbox) {
        this.cases = cases;
        this.outbox = outbox;
    }

    @EventListener
    void on(CaseMoved event) {
        if (event.state() != CaseState.CLOSED) {
            return;
        }
        var about = cases.summary(event.caseId());
        var said = new HashMap<String, Object>();
        said.put("caseId", about.caseId().toString());
        said.put("country", about.country().code());
        said.put("urgency", about.urgency().code());
        said.put("provider", about.provider());
        var network = about.network();
        if (network != null) {
            said.put("network", network.value());
        }
        var reason = about.closingReason();
        if (reason != null) {
            said.put("closingReason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        outbox.publish(about.caseId(), "case-closed", about.caseId().toString(), said);
    }
}

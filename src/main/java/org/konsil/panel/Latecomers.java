package org.konsil.panel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.konsil.access.Access;
import org.konsil.access.Grants;
import org.konsil.access.Grants.As;
import org.konsil.access.Person;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.HandlerMapping;

/** Tells those who worked on a panel once, and come too late, from those who never did. */
@Component
class Latecomers {

    private static final Set<As> OF_THE_PANEL = Set.of(As.PANEL, As.LEAD, As.NETWORK);

    private final PanelRows panels;
    private final Grants grants;
    private final Access access;

    Latecomers(PanelRows panels, Grants grants, Access access) {
        this.panels = panels;
        this.grants = grants;
        this.access = access;
    }

    /** That the address names, also where nothing of it has run. */
    static CaseId caseOf(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return CaseId.of(String.valueOf(variables instanceof Map<?, ?> map ? map.get("caseId") : ""));
    }

    /** What to say instead of that the person may not write: unchanged for those who never worked on a panel of the case. */
    @Transactional(readOnly = true)
    public Refusal told(CaseId caseId, Person person, Refusal refusal) {
        var names = access.holderNames(person);
        var wasThere = grants.of(caseId).stream()
                .anyMatch(held -> OF_THE_PANEL.contains(held.as()) && names.contains(held.holder()));
        var panel = panels.of(caseId);
        if (!wasThere || panel.isEmpty()) {
            return refusal;
        }
        return panel.get().isOver() ? TooLateToWrite.closed(caseId) : TooLateToWrite.left(caseId);
    }
}

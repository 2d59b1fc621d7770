package org.konsil.desk.dossier;

import java.util.List;
import org.konsil.access.Access;
import org.konsil.casefile.CaseLinks;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.springframework.stereotype.Component;

/** The cases with which a case is linked, as far as their reader may know of them. */
@Component
public class OtherCases {

    /** @param how linked, merged-into or merged-from */
    public record Other(CaseId caseId, String how) {}

    private final CaseLinks links;
    private final Access access;

    OtherCases(CaseLinks links, Access access) {
        this.links = links;
        this.access = access;
    }

    public List<Other> of(Opened opened) {
        var caseId = opened.caseId();
        return links.of(caseId).stream()
                .map(link -> new Other(link.otherThan(caseId), how(link, caseId)))
                .filter(other -> access.may(opened.reader(), other.caseId(), Right.KNOW))
                .toList();
    }

    private static String how(CaseLinks.Link link, CaseId caseId) {
        if (!link.isMerged()) {
            return "linked";
        }
        return link.from().equals(caseId) ? "merged-into" : "merged-from";
    }
}

package org.konsil.telling;

import java.util.List;
import org.konsil.access.Grants;
import org.konsil.casefile.CaseMoved;
import org.konsil.interim.InterimReported;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where cases go, told to those who follow them; what the network says on the way and that the outcome is there, to the home provider. */
@Component
class CaseNews {

    private final News news;
    private final Follows follows;
    private final Grants grants;

    CaseNews(News news, Follows follows, Grants grants) {
        this.news = news;
        this.follows = follows;
        this.grants = grants;
    }

    @EventListener
    void on(InterimReported reported) {
        news.tell(Kind.INTERIM, home(reported.caseId()), reported.caseId(), null, "interim:" + reported.number());
    }

    @EventListener
    void on(CaseMoved moved) {
        news.tell(Kind.MOVED, follows.of(moved.caseId()), moved.caseId(), null, "moved");
        if (moved.state() == CaseState.DELIVERED) {
            news.tell(Kind.DELIVERED, home(moved.caseId()), moved.caseId(), null, "delivered");
        }
    }

    private List<String> home(CaseId caseId) {
        return grants.held(caseId).stream()
                .filter(held -> held.as() == Grants.As.HOME)
                .map(Grants.Standing::holder)
                .filter(holder -> holder.startsWith("clinician:"))
                .toList();
    }
}

package org.konsil.telling;

import org.konsil.access.Grants;
import org.konsil.casefile.CaseMoved;
import org.konsil.kernel.CaseState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where cases go, told to those who follow them; that the outcome is there, to the home provider. */
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
    void on(CaseMoved moved) {
        news.tell(Kind.MOVED, follows.of(moved.caseId()), moved.caseId(), null, "moved");
        if (moved.state() == CaseState.DELIVERED) {
            var clinicians = grants.held(moved.caseId()).stream()
                    .filter(held -> held.as() == Grants.As.HOME)
                    .map(Grants.Standing::holder)
                    .filter(holder -> holder.startsWith("clinician:"))
                    .toList();
            news.tell(Kind.DELIVERED, clinicians, moved.caseId(), null, "delivered");
        }
    }
}

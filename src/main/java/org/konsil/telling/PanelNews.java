package org.konsil.telling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.konsil.access.Access;
import org.konsil.boards.MeetingChanged;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
import org.konsil.panel.ExpertReminded;
import org.konsil.panel.MembersMentioned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in panels and at boards, told to those who are named, reminded, or asked to come. */
@Component
class PanelNews {

    private final News news;
    private final SessionMails mails;
    private final Access access;

    PanelNews(News news, SessionMails mails, Access access) {
        this.news = news;
        this.mails = mails;
        this.access = access;
    }

    @EventListener
    void on(MembersMentioned named) {
        news.tell(Kind.MENTION, named.members(), named.caseId(), null, NewsItem.MESSAGE + named.message());
    }

    @EventListener
    void on(ExpertReminded reminded) {
        var about = "invitation:" + reminded.invitation();
        news.tell(Kind.REMINDER, List.of(reminded.expert()), reminded.caseId(), null, about);
    }

    /** Told once to each who is asked, by the first case on the agenda that they may know of. */
    @EventListener
    void on(MeetingChanged changed) {
        var written = mails.write(changed);
        var about = NewsItem.SESSION + changed.meeting();
        for (var person : changed.asked()) {
            first(person, changed.cases()).ifPresent(caseId -> {
                if (written.contains(person)) {
                    news.show(Kind.SESSION, person, caseId, about);
                } else {
                    news.tell(Kind.SESSION, List.of(person), caseId, null, about);
                }
            });
        }
    }

    private Optional<CaseId> first(String userId, Collection<CaseId> cases) {
        return access.person(userId)
                .flatMap(person -> cases.stream()
                        .filter(caseId -> access.may(person, caseId, Right.KNOW))
                        .findFirst());
    }
}

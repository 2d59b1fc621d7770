package org.konsil.telling;

import java.util.List;
import org.konsil.worklist.ClockTold;
import org.konsil.worklist.WorkGiven;
import org.konsil.worklist.WorkReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of work, told to those whose it is. */
@Component
class WorkNews {

    private static final List<Kind> ALL = List.of(Kind.WORK_GROUP, Kind.WORK_MINE, Kind.REMINDER);

    private final News news;
    private final NewsRows rows;

    WorkNews(News news, NewsRows rows) {
        this.news = news;
        this.rows = rows;
    }

    @EventListener
    void on(WorkGiven given) {
        var about = "task:" + given.taskKey();
        var assignee = given.assignee();
        // whoever had it has it no longer, and what is in somebody's hands is on offer to nobody
        rows.over(given.taskKey(), ALL);
        if (assignee == null) {
            news.tell(Kind.WORK_GROUP, given.candidates(), given.caseId(), given.taskKey(), about);
        } else {
            news.tell(Kind.WORK_MINE, List.of(assignee), given.caseId(), given.taskKey(), about);
        }
    }

    @EventListener
    void on(WorkGiven.Ended ended) {
        rows.over(ended.taskKey(), ALL);
    }

    @EventListener
    void on(WorkReminded reminded) {
        var about = "task:" + reminded.taskKey();
        news.tell(Kind.REMINDER, reminded.to(), reminded.caseId(), reminded.taskKey(), about);
    }

    @EventListener
    void on(ClockTold told) {
        var kind = told.late() ? Kind.LATE : Kind.REMINDER;
        news.tell(kind, told.to(), told.caseId(), null, "clock:" + told.clockId());
    }
}

package org.konsil.telling;

import java.util.ArrayList;
import java.util.List;
import org.konsil.worklist.ClockTold;
import org.konsil.worklist.WorkGiven;
import org.konsil.worklist.WorkReminded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of work, told to those whose it is, and to those who stand in for whoever is away. */
@Component
class WorkNews {

    private static final List<Kind> ALL = List.of(Kind.WORK_GROUP, Kind.WORK_MINE, Kind.WORK_STEAD, Kind.REMINDER);

    private final News news;
    private final NewsRows rows;
    private final StandIns standIns;

    WorkNews(News news, NewsRows rows, StandIns standIns) {
        this.news = news;
        this.rows = rows;
        this.standIns = standIns;
    }

    @EventListener
    void on(WorkGiven given) {
        var about = "task:" + given.taskKey();
        var assignee = given.assignee();
        // whoever had it has it no longer, and what is in somebody's hands is on offer to nobody
        rows.over(given.taskKey(), ALL);
        var to = assignee == null ? given.candidates() : List.of(assignee);
        var kind = assignee == null ? Kind.WORK_GROUP : Kind.WORK_MINE;
        news.tell(kind, to, given.caseId(), given.taskKey(), about);
        if (!given.reserved()) {
            news.tell(Kind.WORK_STEAD, standIns.of(to), given.caseId(), given.taskKey(), about);
        }
    }

    @EventListener
    void on(WorkGiven.Ended ended) {
        rows.over(ended.taskKey(), ALL);
    }

    @EventListener
    void on(WorkReminded reminded) {
        var about = "task:" + reminded.taskKey();
        var to = new ArrayList<>(reminded.to());
        if (!reminded.reserved()) {
            to.addAll(standIns.of(reminded.to()));
        }
        news.tell(Kind.REMINDER, to, reminded.caseId(), reminded.taskKey(), about);
    }

    @EventListener
    void on(ClockTold told) {
        var kind = told.late() ? Kind.LATE : Kind.REMINDER;
        var others = new ArrayList<>(told.to());
        others.removeAll(told.alone());
        var to = new ArrayList<>(told.to());
        // whoever is to see to what is late may be away, all of them
        to.addAll(told.late() ? standIns.ofEverybody(others) : standIns.of(others));
        news.tell(kind, to, told.caseId(), null, "clock:" + told.clockId());
    }
}

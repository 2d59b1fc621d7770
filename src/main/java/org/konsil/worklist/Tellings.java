package org.konsil.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.clocks.Clocks;
import org.konsil.clocks.Reached;
import org.konsil.clocks.Told;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.JobId;
import org.konsil.process.JobLedger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds whoever has a piece of work, and tells the coordinator and the national contact point that it is late. The history says who
 * was told and who is next.
 */
@Service
public class Tellings {

    /** Who was told: user ids and groups. */
    public record Said(List<String> to) {}

    private final Clocks clocks;
    private final ItemRows rows;
    private final CaseFiles cases;
    private final Access access;
    private final JobLedger jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Tellings(
            Clocks clocks,
            ItemRows rows,
            CaseFiles cases,
            Access access,
            JobLedger jobs,
            Audit audit,
            ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.rows = rows;
        this.cases = cases;
        this.access = access;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Tells nobody of a clock that has ended meanwhile.
     *
     * @param who as the drawing's header says: owner, coordinator or contact
     */
    @Transactional
    public Said tell(CaseId caseId, JobId job, String markId, String who) {
        return jobs.once(
                caseId,
                job,
                Said.class,
                () -> clocks.reached(markId)
                        .map(reached -> say(markId, reached, Told.Who.valueOf(who.toUpperCase(Locale.ROOT))))
                        .orElseGet(() -> new Said(List.of())));
    }

    private Said say(String markId, Reached reached, Told.Who who) {
        var to = to(reached, who);
        clocks.told(markId, to);
        var late = reached.percent() == 0;
        events.publishEvent(new ClockTold(
                reached.caseId(),
                reached.clockId(),
                reached.step(),
                to,
                who == Told.Who.OWNER ? alone(reached) : List.of(),
                late));
        var entry = Entry.done(Actor.SYSTEM, late ? "clock-escalated" : "reminder-sent", reached.caseId())
                .on("clock:" + reached.clockId())
                .with("step", reached.step())
                .with("to", to.isEmpty() ? "nobody" : String.join(" ", to));
        if (!late) {
            entry = entry.with("percent", reached.percent());
        }
        var next = reached.next();
        audit.record(
                next == null ? entry : entry.with("next", next.who().code()).with("nextAt", next.at()));
        return new Said(to);
    }

    /** Whom nobody stands for is passed over for the other one, so that it does not end with nobody. */
    private List<String> to(Reached reached, Told.Who who) {
        return switch (who) {
            case OWNER -> owner(reached);
            case COORDINATOR ->
                coordinator(reached).or(() -> contact(reached)).stream().toList();
            case CONTACT ->
                contact(reached).or(() -> coordinator(reached)).stream().toList();
        };
    }

    /** Who has the work in hand, else to whom it is on offer; for a clock without a task of its own, all who have work on the case. */
    private List<String> owner(Reached reached) {
        return items(reached).stream().flatMap(Tellings::owners).distinct().toList();
    }

    /** Those of the owners whose work nobody else may do. */
    private List<String> alone(Reached reached) {
        var shared = items(reached).stream()
                .filter(item -> !item.reserved())
                .flatMap(Tellings::owners)
                .toList();
        return owner(reached).stream().filter(to -> !shared.contains(to)).toList();
    }

    private List<WorkItem> items(Reached reached) {
        var own = rows.by(reached.clockId());
        return own.isEmpty() ? rows.open(reached.caseId()) : own;
    }

    private static Stream<String> owners(WorkItem item) {
        var assignee = item.assignee();
        return assignee == null ? item.candidates().stream() : Stream.of(assignee);
    }

    private Optional<String> coordinator(Reached reached) {
        var network = cases.summary(reached.caseId()).network();
        var id = network == null ? reached.network() : network.value();
        return id.isBlank() ? Optional.empty() : held(new Group("coordinator", id));
    }

    private Optional<String> contact(Reached reached) {
        return held(
                new Group("contact", cases.summary(reached.caseId()).country().code()));
    }

    private Optional<String> held(Group group) {
        return access.holders(group).isEmpty() ? Optional.empty() : Optional.of(group.toString());
    }
}

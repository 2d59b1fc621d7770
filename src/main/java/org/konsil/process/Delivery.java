package org.konsil.process;

import java.time.Duration;
import java.util.Map;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.process.Letter.Fate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of a letter, and tells those who have to know when it did not arrive. */
@Component
class Delivery {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LONGEST_WHILE_AWAY = Duration.ofSeconds(2);

    private final OutboxRows rows;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Delivery(OutboxRows rows, Audit audit, ApplicationEventPublisher events) {
        this.rows = rows;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void ended(Letter letter, Fate fate) {
        switch (fate) {
            case LATER -> rows.again(letter.id(), pause(letter.attempts(), LONGEST));
            case AWAY -> rows.again(letter.id(), pause(letter.attempts(), LONGEST_WHILE_AWAY));
            case SENT -> rows.end(letter.id(), fate);
            case SUPERSEDED -> {
                rows.end(letter.id(), fate);
                audit.record(entry(letter, "answer-superseded", Entry.Outcome.REFUSED));
                events.publishEvent(new AnswerSuperseded(letter.caseId(), letter.taskKey()));
            }
            case REFUSED -> {
                rows.end(letter.id(), fate);
                audit.record(entry(letter, "engine-refused", Entry.Outcome.FAILED));
            }
        }
    }

    static Duration pause(int attempts, Duration longest) {
        var doubled = SHORTEST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private static Entry entry(Letter letter, String action, Entry.Outcome outcome) {
        var object = letter.kind() == Letter.Kind.TASK ? "task:" + letter.taskKey() : "message:" + letter.name();
        return new Entry(Actor.SYSTEM, action, letter.caseId(), object, null, outcome, null, Map.of());
    }
}

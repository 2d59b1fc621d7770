package org.konsil.panel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konsil.clocks.Clocks;
import org.konsil.panel.proposal.Forecast;
import org.konsil.panel.proposal.Track;
import org.konsil.panel.proposal.Tracks;
import org.konsil.panel.proposal.Weights;
import org.konsil.rules.Rules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who answered, who is silent since when, who was reminded, until when an answer is due; and when the quorum can be expected. */
@Component
class AnswerBoard {

    private static final String ANSWER = "answer-invitation";
    private static final String OPINION = "expert-opinion";

    /**
     * One invitation.
     *
     * @param silentDays whole days without the answer, or the opinion, that is awaited; null where none is
     * @param due until when; null where no clock runs
     * @param unreached since when mail to the expert does not arrive; null where it does, or nothing is awaited
     * @param reminded by the clock and by hand, oldest first
     */
    record Line(
            Invitation invitation,
            @Nullable Long silentDays,
            @Nullable Instant due,
            @Nullable Instant unreached,
            List<Instant> reminded,
            boolean isAwaited) {}

    private final Panels panels;
    private final Reminders reminders;
    private final Clocks clocks;
    private final Tracks tracks;
    private final List<Unreached> mail;
    private final Rules rules;
    private final Clock clock;

    AnswerBoard(
            Panels panels,
            Reminders reminders,
            Clocks clocks,
            Tracks tracks,
            List<Unreached> mail,
            Rules rules,
            Clock clock) {
        this.panels = panels;
        this.reminders = reminders;
        this.clocks = clocks;
        this.tracks = tracks;
        this.mail = mail;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Line> of(Panel panel) {
        var byHand = reminders.of(panel.caseId());
        var all = panels.invitations(panel.caseId());
        var running = clocks.awaited(all.stream().map(AnswerBoard::address).toList());
        var unreached = unreached(all.stream().map(Invitation::expert).toList());
        return all.stream()
                .map(it -> line(
                        it,
                        Optional.ofNullable(running.get(address(it))),
                        Optional.ofNullable(unreached.get(it.expert())),
                        byHand.getOrDefault(it.id(), List.of()),
                        panel.isOver()))
                .toList();
    }

    /** Empty once the panel is at work or over. */
    @Transactional(readOnly = true)
    Optional<Forecast> forecast(Panel panel) {
        if (!panel.isInviting()) {
            return Optional.empty();
        }
        var all = panels.invitations(panel.caseId());
        var open = all.stream().filter(Invitation::isOpen).toList();
        var known = tracks.of(open.stream().map(Invitation::expert).toList());
        var waiting = open.stream()
                .map(it -> new Forecast.Waiting(
                        it.sentAt() == null ? it.askedAt() : it.sentAt(), known.getOrDefault(it.expert(), Track.NONE)))
                .toList();
        var accepted = (int) all.stream().filter(Invitation::takesPart).count();
        return Optional.of(
                Forecast.of(panel.quorum(), accepted, waiting, Weights.of(rules, panel.network()), clock.instant()));
    }

    private Map<String, Instant> unreached(List<String> experts) {
        var found = new HashMap<String, Instant>();
        mail.forEach(one -> found.putAll(one.of(experts)));
        return found;
    }

    private Line line(
            Invitation invitation,
            Optional<Clocks.Awaited> running,
            Optional<Instant> unreached,
            List<Instant> byHand,
            boolean isOver) {
        var awaited = !isOver && invitation.canDropOut() && invitation.sentAt() != null;
        var clock = running.filter(it -> awaited);
        return new Line(
                invitation,
                awaited ? since(invitation) : null,
                clock.flatMap(it -> Optional.ofNullable(it.due())).orElse(null),
                unreached.filter(it -> awaited).orElse(null),
                Stream.concat(clock.stream().flatMap(it -> it.told().stream()), byHand.stream())
                        .sorted()
                        .toList(),
                awaited);
    }

    /** Of the clock that runs while its answer, or then the opinion, is awaited. */
    private static String address(Invitation it) {
        return it.id() + ":" + (it.isOpen() ? ANSWER : OPINION);
    }

    private long since(Invitation it) {
        var from = it.isOpen() || it.answeredAt() == null ? it.sentAt() : it.answeredAt();
        return from == null ? 0 : Duration.between(from, clock.instant()).toDays();
    }
}

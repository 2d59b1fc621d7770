package org.konsil.boards;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Agendas fill themselves once their session is near enough, and go on until it begins: whatever was missed is made up at the next look. */
@Component
class AgendaFilling {

    private static final Logger LOG = LoggerFactory.getLogger(AgendaFilling.class);

    private final MeetingRows meetings;
    private final Agendas agendas;
    private final Clock clock;

    AgendaFilling(MeetingRows meetings, Agendas agendas, Clock clock) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void look() {
        for (var meeting : meetings.toFill(clock.instant())) {
            try {
                agendas.fill(meeting);
            } catch (RuntimeException e) {
                LOG.warn(
                        "An agenda was not filled and is looked at again: {}",
                        e.getClass().getName());
            }
        }
    }
}

package org.konsil.panel.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for experts, and how they answered in the last two years. Counted over all panels; no case is named. */
@Component
public class Tracks {

    private static final Period BACK = Period.ofYears(2);

    private record Line(
            String expert,
            boolean waits,
            boolean answered,
            boolean accepted,
            @Nullable Duration after) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Tracks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By user id; whoever was never asked is not in it. */
    public Map<String, Track> of(Collection<String> experts) {
        if (experts.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
            SELECT i.expert, i.state, i.sent_at, i.answered_at, i.opinion_at, p.state AS panel_state
            FROM panel_invitation i JOIN panel p ON p.id = i.panel_id
            WHERE i.expert IN (:experts) AND i.sent_at >= :since
            """)
                .param("experts", experts)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC).minus(BACK))
                .query(Tracks::line)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Line::expert, Collectors.collectingAndThen(Collectors.toList(), Tracks::track)));
    }

    private static Track track(List<Line> lines) {
        return new Track(
                (int) lines.stream().filter(Line::waits).count(),
                (int) lines.stream().filter(Line::answered).count(),
                (int) lines.stream().filter(line -> line.after() != null).count(),
                (int) lines.stream().filter(Line::accepted).count(),
                median(lines.stream()
                        .flatMap(line -> Optional.ofNullable(line.after()).stream())
                        .sorted()
                        .toList()));
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var state = row.getString("state");
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        var works = state.equals("INVITED")
                || state.equals("ACCEPTED") && row.getObject("opinion_at", OffsetDateTime.class) == null;
        var byExpert = List.of("ACCEPTED", "DECLINED", "DELEGATED").contains(state);
        return new Line(
                row.getString("expert"),
                works && !row.getString("panel_state").equals("CLOSED"),
                byExpert || state.equals("EXPIRED"),
                state.equals("ACCEPTED"),
                byExpert && answered != null ? Duration.between(sent, answered) : null);
    }
}

package org.konsil.panel.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits for experts, and how they answered in the last two years. Counted over all panels; no case is named. */
@Component
public class Tracks {

    private static final Period BACK = Period.ofYears(2);

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
            SELECT i.expert,
                   COUNT(*) FILTER (WHERE p.state <> 'CLOSED'
                                      AND (i.state = 'INVITED' OR i.state = 'ACCEPTED' AND i.opinion_at IS NULL)) AS waiting,
                   COUNT(*) FILTER (WHERE i.state IN ('ACCEPTED', 'DECLINED', 'DELEGATED', 'EXPIRED')) AS asked,
                   COUNT(*) FILTER (WHERE i.state IN ('ACCEPTED', 'DECLINED', 'DELEGATED')
                                      AND i.answered_at IS NOT NULL) AS answered,
                   COUNT(*) FILTER (WHERE i.state = 'ACCEPTED') AS accepted,
                   PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM (i.answered_at - i.sent_at)))
                       FILTER (WHERE i.state IN ('ACCEPTED', 'DECLINED', 'DELEGATED')
                                 AND i.answered_at IS NOT NULL) AS median
            FROM panel_invitation i JOIN panel p ON p.id = i.panel_id
            WHERE i.expert IN (:experts) AND i.sent_at >= :since
            GROUP BY i.expert
            """)
                .param("experts", experts)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC).minus(BACK))
                .query((row, number) -> Map.entry(row.getString("expert"), track(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Track track(ResultSet row) throws SQLException {
        var seconds = Optional.ofNullable(row.getBigDecimal("median"));
        return new Track(
                row.getInt("waiting"),
                row.getInt("asked"),
                row.getInt("answered"),
                row.getInt("accepted"),
                seconds.map(median -> Duration.ofMillis(median.movePointRight(3).longValue())));
    }
}

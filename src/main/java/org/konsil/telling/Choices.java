package org.konsil.telling;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How often each person wants mail of each kind of news. */
@Component
class Choices {

    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Pace of(String person, Kind kind) {
        return jdbc.sql("SELECT pace FROM news_choice WHERE person = ? AND kind = ?")
                .params(person, kind.name())
                .query(String.class)
                .optional()
                .map(Pace::valueOf)
                .orElse(kind.usual());
    }

    Map<Kind, Pace> of(String person) {
        var choices = new EnumMap<Kind, Pace>(Kind.class);
        Kind.all().forEach(kind -> choices.put(kind, of(person, kind)));
        return choices;
    }

    @Transactional
    public void choose(String person, Map<Kind, Pace> chosen) {
        // whoever chooses in two windows at once: one after the other
        jdbc.sql("SELECT user_id FROM account WHERE user_id = ? FOR UPDATE")
                .param(person)
                .query(String.class)
                .optional();
        chosen.forEach((kind, pace) -> {
            var changed = jdbc.sql("UPDATE news_choice SET pace = ? WHERE person = ? AND kind = ?")
                    .params(pace.name(), person, kind.name())
                    .update();
            if (changed == 0) {
                jdbc.sql("INSERT INTO news_choice (person, kind, pace) VALUES (?, ?, ?)")
                        .params(person, kind.name(), pace.name())
                        .update();
            }
        });
    }
}

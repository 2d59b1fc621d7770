package org.konsil.absences;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People go away and come back. */
@TestComponent
public class AwayStory {

    private final AbsenceBook book;
    private final Access access;
    private final JdbcClient jdbc;

    AwayStory(AbsenceBook book, Access access, JdbcClient jdbc) {
        this.book = book;
        this.access = access;
        this.jdbc = jdbc;
    }

    /** They say it themselves. @return on how many panels another is asked */
    public int away(String person, LocalDate from, LocalDate until, @Nullable String deputy) {
        return book.record(person, from, until, deputy, access.person(person).orElseThrow())
                .replacedOn();
    }

    /** Recorded, and nothing was done about it yet. */
    public void awayOnPaper(String person, LocalDate from, LocalDate until) {
        jdbc.sql("INSERT INTO absence (id, user_id, from_day, until_day, recorded_by, recorded_at)"
                        + " VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP)")
                .params(UUID.randomUUID(), person, from, until, person)
                .update();
    }

    public void everybodyIsBack() {
        jdbc.sql("DELETE FROM absence").update();
    }
}

package org.konsil.breakglass;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.konsil.access.Access;
import org.konsil.access.NotSignedIn;
import org.konsil.access.Person;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What the frame of every page says of openings: to who opened, that it lasts; to who was told, that it waits. */
@Component("breakGlassNotices")
public class Notices {

    /** A case that the reader has open now. */
    public record Lasting(String id, String caseId, Instant until) {}

    private final OpeningRows rows;
    private final Access access;
    private final Clock clock;

    Notices(OpeningRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    public List<Lasting> lasting() {
        return told(
                reader -> rows.lasting(reader.userId(), clock.instant()).stream()
                        .map(it -> new Lasting(it.id().toString(), it.caseId().toString(), it.until()))
                        .toList(),
                List.of());
    }

    /** How many openings the reader was told of and has not looked at. */
    public long waiting() {
        return told(reader -> rows.waitingFor(reader.userId()), 0L);
    }

    private interface Telling<T> {
        T of(Person reader);
    }

    /** The frame stands around what is said before signing in and while the database is away, too. */
    private <T> T told(Telling<T> telling, T nothing) {
        try {
            return telling.of(access.current());
        } catch (NotSignedIn | DataAccessException | TransactionException e) {
            return nothing;
        }
    }
}

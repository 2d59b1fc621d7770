package org.konsil.boards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each person has typed so far into the minutes of a case, sealed and for its author alone, and who else writes them. */
@Repository
class MinutesDesk {

    /** After so long without a sign, nobody is taken to be there any more. */
    static final Duration PRESENT = Duration.ofMinutes(10);

    /** So often a page that lies open is a sign of its reader. */
    static final Duration SIGN = Duration.ofMinutes(5);

    private static final Duration LEFT_TO_AUTHORS = Duration.ofDays(30);
    private static final String HERE = " WHERE meeting_id = :meeting AND case_id = :case AND user_id = :user";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;
    private final Clock clock;

    MinutesDesk(JdbcClient jdbc, Vault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** Outside of any transaction: the text typed outlives the refusal of the minutes. Of two at once by one person, the last holds. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void keep(Slot slot, Minutes typed, String userId) {
        see(slot, userId);
        at("UPDATE board_desk SET sealed = :sealed, seen_at = :now, typed_at = :now", slot, userId)
                .param("sealed", sealed(slot, typed, userId), Types.VARBINARY)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The person has the minutes before them. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void see(Slot slot, String userId) {
        if (look(slot, userId) == 0) {
            try {
                jdbc.sql("INSERT INTO board_desk (meeting_id, case_id, user_id, seen_at) VALUES (?, ?, ?, ?)")
                        .params(slot.meetingId(), slot.caseId().value(), userId, utc(clock.instant()))
                        .update();
            } catch (DuplicateKeyException sameMoment) {
                look(slot, userId);
            }
        }
    }

    /** What the person had typed; empty where it was erased. */
    Optional<Minutes> of(Slot slot, String userId) {
        return jdbc.sql("SELECT sealed FROM board_desk" + HERE + " AND sealed IS NOT NULL")
                .param("meeting", slot.meetingId())
                .param("case", slot.caseId().value())
                .param("user", userId)
                .query((row, index) -> row.getBytes("sealed"))
                .optional()
                .flatMap(kept -> opened(slot, kept, userId));
    }

    /** Who else had them before them in the last minutes, by user id. */
    List<String> others(Slot slot, String userId) {
        return jdbc.sql("SELECT user_id FROM board_desk WHERE meeting_id = ? AND case_id = ? AND user_id <> ?"
                        + " AND seen_at > ? ORDER BY user_id")
                .params(
                        slot.meetingId(),
                        slot.caseId().value(),
                        userId,
                        utc(clock.instant().minus(PRESENT)))
                .query(String.class)
                .list();
    }

    /** The minutes are kept: what others had typed is left to them for a month. */
    void tidy(UUID meeting, CaseId caseId, String by) {
        jdbc.sql("DELETE FROM board_desk WHERE meeting_id = ? AND case_id = ? AND (sealed IS NULL OR user_id = ?)")
                .params(meeting, caseId.value(), by)
                .update();
        jdbc.sql("DELETE FROM board_desk WHERE typed_at < ?")
                .param(utc(clock.instant().minus(LEFT_TO_AUTHORS)))
                .update();
    }

    private int look(Slot slot, String userId) {
        return at("UPDATE board_desk SET seen_at = :now", slot, userId)
                .param("now", utc(clock.instant()))
                .update();
    }

    private JdbcClient.StatementSpec at(String update, Slot slot, String userId) {
        return jdbc.sql(update + HERE)
                .param("meeting", slot.meetingId())
                .param("case", slot.caseId().value())
                .param("user", userId);
    }

    private byte[] sealed(Slot slot, Minutes typed, String userId) {
        try {
            var text = json.writeValueAsString(typed);
            return vault.seal(slot.caseId(), Controller.NETWORK, place(slot, userId), text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Minutes cannot be written as JSON", e);
        }
    }

    private Optional<Minutes> opened(Slot slot, byte[] kept, String userId) {
        try {
            var text = vault.open(slot.caseId(), Controller.NETWORK, place(slot, userId), kept);
            return Optional.of(json.readValue(text, Minutes.class));
        } catch (ContentErased e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Minutes were kept that are no JSON", e);
        }
    }

    private static String place(Slot slot, String userId) {
        return "board_desk.sealed:" + slot.meetingId() + ":" + userId;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

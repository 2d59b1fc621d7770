package org.konsil.followup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** One planned report and, once it was made, its coded answers, sealed (the words stay in the sealed submission). */
@Entity
@IdClass(FollowUpDate.Key.class)
class FollowUpDate {

    @Id
    private UUID caseId;

    @Id
    private int number;

    private Instant dueAt;
    private @Nullable Instant reportedAt;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    private byte @Nullable [] report;

    @SuppressWarnings("NullAway.Init")
    protected FollowUpDate() {}

    FollowUpDate(CaseId caseId, int number, Instant dueAt) {
        this.caseId = caseId.value();
        this.number = number;
        this.dueAt = dueAt;
    }

    void report(byte[] sealed, Instant at) {
        reportedAt = at;
        report = sealed;
    }

    boolean isReported() {
        return reportedAt != null;
    }

    int number() {
        return number;
    }

    Instant dueAt() {
        return dueAt;
    }

    byte @Nullable [] report() {
        return report;
    }

    Planned shown(JsonNode reported) {
        return new Planned(
                number,
                dueAt,
                reportedAt,
                reported.path("implemented").asText(null),
                reported.path("result").asText(null));
    }

    record Key(UUID caseId, int number) implements Serializable {}
}

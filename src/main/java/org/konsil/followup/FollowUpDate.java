package org.konsil.followup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;

/** One planned report and, once it was made, its coded answers (the words stay in the sealed submission). */
@Entity
@IdClass(FollowUpDate.Key.class)
class FollowUpDate {

    @Id
    private UUID caseId;

    @Id
    private int number;

    private Instant dueAt;
    private @Nullable Instant reportedAt;

    @Column(length = 20)
    private @Nullable String implemented;

    @Column(length = 20)
    private @Nullable String result;

    private @Nullable Boolean adverseEvents;
    private @Nullable Boolean diagnosisChanged;

    @SuppressWarnings("NullAway.Init")
    protected FollowUpDate() {}

    FollowUpDate(CaseId caseId, int number, Instant dueAt) {
        this.caseId = caseId.value();
        this.number = number;
        this.dueAt = dueAt;
    }

    void report(JsonNode answers, Instant at) {
        reportedAt = at;
        implemented = answers.path("implemented").asText();
        result = answers.path("result").asText();
        adverseEvents = answers.path("adverseEvents").asText().equals("yes");
        diagnosisChanged = answers.path("diagnosisChanged").asText().equals("yes");
    }

    Planned shown() {
        return new Planned(number, dueAt, reportedAt, implemented, result);
    }

    record Key(UUID caseId, int number) implements Serializable {}
}

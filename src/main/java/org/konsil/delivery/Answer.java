package org.konsil.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.konsil.kernel.CaseId;

/** The home clinician's answer to one recommendation: accepted, modified or rejected. The reason stays in the sealed submission. */
@Entity
@Table(name = "advice_answer")
@IdClass(Answer.Key.class)
class Answer {

    @Id
    private UUID caseId;

    @Id
    private int item;

    @Column(length = 20)
    private String decision;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(CaseId caseId, int item, String decision) {
        this.caseId = caseId.value();
        this.item = item;
        this.decision = decision;
    }

    String decision() {
        return decision;
    }

    record Key(UUID caseId, int item) implements Serializable {}
}

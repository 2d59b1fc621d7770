package org.konsil.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.konsil.kernel.CaseId;

/** The home clinician's answer to one recommendation: accepted, modified or rejected, sealed. The reason stays in the sealed submission. */
@Entity
@Table(name = "advice_answer")
@IdClass(Answer.Key.class)
class Answer {

    @Id
    private UUID caseId;

    @Id
    private int item;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    private byte[] sealed;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(CaseId caseId, int item, byte[] sealed) {
        this.caseId = caseId.value();
        this.item = item;
        this.sealed = sealed;
    }

    int item() {
        return item;
    }

    byte[] sealed() {
        return sealed;
    }

    record Key(UUID caseId, int item) implements Serializable {}
}

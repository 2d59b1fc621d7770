package org.konsil.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;

/** When the advice was sent, received, answered and told. */
@Entity
class Delivery {

    @Id
    private UUID caseId;

    private Instant deliveredAt;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant informedAt;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    Delivery(CaseId caseId, Instant at) {
        this.caseId = caseId.value();
        this.deliveredAt = at;
    }

    void received(Instant at, Actor by) {
        receivedAt = at;
        receivedBy = by.userId();
    }

    void answered(Instant at) {
        answeredAt = at;
    }

    void informed(Instant at) {
        informedAt = at;
    }

    Steps steps() {
        return new Steps(deliveredAt, receivedAt, receivedBy, answeredAt, informedAt);
    }
}

package org.konsil.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;

/** One case. Each verb says whether it changed anything; a case that is over does not move again. */
@Entity
@Table(name = "case_file")
class CaseFile {

    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    @Column(updatable = false)
    private byte[] pseudonym;

    private String country;
    private String provider;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private @Nullable String network;

    @Enumerated(EnumType.STRING)
    private @Nullable ClosingReason closingReason;

    private String registeredBy;
    private Instant registeredAt;
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage closedFrom;

    @Enumerated(EnumType.STRING)
    private @Nullable Pending pending;

    @Column(updatable = false)
    private @Nullable String contentKey;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected CaseFile() {}

    CaseFile(NewCase made, byte[] pseudonym, Instant at) {
        this.id = made.caseId().value();
        this.pseudonym = pseudonym;
        this.country = made.country().code();
        this.provider = made.provider();
        this.urgency = made.urgency();
        this.stage = Stage.REGISTER;
        this.state = CaseState.DRAFT;
        this.registeredBy = made.by().userId();
        this.registeredAt = at;
        this.contentKey = made.contentKey();
    }

    boolean enter(Stage entered, CaseState reached) {
        if (stage == entered && state == reached) {
            return false;
        }
        requireOpen();
        stage = entered;
        state = reached;
        return true;
    }

    boolean choose(NetworkId chosen) {
        if (chosen.value().equals(network)) {
            return false;
        }
        requireOpen();
        network = chosen.value();
        return true;
    }

    boolean reconsider(Urgency now) {
        if (urgency == now) {
            return false;
        }
        requireOpen();
        urgency = now;
        return true;
    }

    boolean close(ClosingReason reason, Instant at) {
        if (closingReason == reason) {
            return false;
        }
        requireOpen();
        closedFrom = stage;
        pending = null;
        stage = Stage.CLOSE;
        state = CaseState.CLOSED;
        closingReason = reason;
        closedAt = at;
        return true;
    }

    /** Takes it up again after it was closed. The stage is the first; the round that begins leads on from there. */
    void reopen() {
        if (state != CaseState.CLOSED) {
            throw new CaseStillRuns(caseId());
        }
        stage = Stage.REGISTER;
        state = CaseState.DRAFT;
        closingReason = null;
        closedAt = null;
    }

    boolean handOver(String toProvider, Country toCountry) {
        if (toProvider.equals(provider)) {
            return false;
        }
        requireOpen();
        provider = toProvider;
        country = toCountry.code();
        return true;
    }

    void await(Pending reported) {
        requireOpen();
        pending = reported;
    }

    /** The process has followed. */
    void followed(Pending reported) {
        if (pending == reported) {
            pending = null;
        }
    }

    @Nullable
    Pending pending() {
        return pending;
    }

    /** The stage in which it stands, or stood when it was closed. */
    Stage lastStage() {
        if (closedFrom == null || !state.isOver()) {
            return stage;
        }
        return closedFrom;
    }

    boolean erase() {
        if (state == CaseState.ERASED) {
            return false;
        }
        if (!state.isOver()) {
            throw new CaseStillRuns(caseId());
        }
        state = CaseState.ERASED;
        return true;
    }

    /** The keyed fingerprint by which the same content would be recognised again. */
    void forgetContent() {
        contentKey = null;
    }

    private void requireOpen() {
        if (state.isOver()) {
            throw new CaseIsOver(caseId());
        }
    }

    CaseId caseId() {
        return new CaseId(id);
    }

    Stage stage() {
        return stage;
    }

    CaseState state() {
        return state;
    }

    Urgency urgency() {
        return urgency;
    }

    @Nullable
    String network() {
        return network;
    }

    byte[] pseudonym() {
        return pseudonym;
    }

    CaseSummary summary(String openedPseudonym) {
        return new CaseSummary(
                caseId(),
                openedPseudonym,
                Country.of(country),
                provider,
                urgency,
                stage,
                state,
                network == null ? null : NetworkId.of(network),
                closingReason,
                registeredAt,
                closedAt);
    }
}

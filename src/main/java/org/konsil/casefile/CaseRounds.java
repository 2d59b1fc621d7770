package org.konsil.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.konsil.access.UnknownCase;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.process.CaseHold;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of the cases, and what is reported of a case before its process follows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseRounds implements CaseHold {

    private final CaseFileRows rows;
    private final EntityManager entities;
    private final SearchTokens search;
    private final DiseaseTokens diseases;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseRounds(
            CaseFileRows rows,
            EntityManager entities,
            SearchTokens search,
            DiseaseTokens diseases,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.search = search;
        this.diseases = diseases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Holds the cases until the transaction ends, so that of two events at once the second sees what the first did. Unknown ones are left
     * out. Whoever holds a case does so before holding anything else of it; what others only add to it does not wait.
     */
    public void hold(Collection<CaseId> cases) {
        rows.flush(); // what this transaction has changed itself is not forgotten by reading again
        cases.stream()
                .map(CaseId::value)
                .sorted()
                .flatMap(id -> rows.findById(id).stream())
                // read again under the lock: it may have been read before somebody else changed it
                .forEach(found -> entities.refresh(found, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void hold(CaseId caseId) {
        hold(List.of(caseId));
    }

    /** What was reported and its process has not followed yet. */
    public Optional<Pending> pending(CaseId caseId) {
        return Optional.ofNullable(find(caseId).pending());
    }

    /** Its process is to follow. */
    public void await(CaseId caseId, Pending reported) {
        find(caseId).await(reported);
    }

    /** Its process has followed. */
    public void followed(CaseId caseId, Pending reported) {
        find(caseId).followed(reported);
    }

    /** Begins a round. A closed case is open again; whoever keeps something of the round before hears of it ({@link RoundBegun}). */
    public Round begin(CaseId caseId, Cause cause, Actor by) {
        return begin(caseId, cause, find(caseId).lastStage(), by);
    }

    /** @param left the stage in which the round before ended, where it is not the one that the case is in */
    public Round begin(CaseId caseId, Cause cause, Stage left, Actor by) {
        var found = find(caseId);
        var before = found.summary("");
        var round = new Round(
                of(caseId).size() + 2,
                cause,
                left,
                before.closingReason(),
                before.provider(),
                before.network(),
                clock.instant(),
                by);
        add(caseId, round);
        if (before.state().isOver()) {
            found.reopen();
        }
        audit.record(Entry.done(by, "round-begun", caseId)
                .because(cause.code())
                .with("number", round.number())
                .with("stage", round.left().name()));
        events.publishEvent(new RoundBegun(caseId, round));
        return round;
    }

    /** Gives the case to another home provider, which finds its patients from now on ({@link ProviderChanged}). @return whether it was another's */
    public boolean handOver(CaseId caseId, String provider, Country country, Actor by) {
        var found = find(caseId);
        var before = found.summary("").provider();
        var changed = found.handOver(provider, country);
        if (changed) {
            rows.flush();
            search.renew(caseId);
            diseases.renew(caseId);
            audit.record(Entry.done(by, "provider-changed", caseId).changed(before, provider));
            events.publishEvent(new ProviderChanged(caseId, by));
        }
        return changed;
    }

    /** The rounds after the first, oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Round> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM case_round WHERE case_id = ? ORDER BY number")
                .param(caseId.value())
                .query(CaseRounds::round)
                .list();
    }

    private void add(CaseId caseId, Round round) {
        jdbc.sql("INSERT INTO case_round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(caseId.value())
                .param(round.number())
                .param(round.cause().name())
                .param(round.left().name())
                .param(round.closedAs() == null ? null : round.closedAs().name())
                .param(round.provider())
                .param(round.network() == null ? null : round.network().value())
                .param(round.begunAt().atOffset(ZoneOffset.UTC))
                .param(round.begunBy().userId())
                .update();
    }

    private CaseFile find(CaseId caseId) {
        return rows.findById(caseId.value()).orElseThrow(() -> new UnknownCase(caseId));
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        var closedAs = row.getString("closed_as");
        var network = row.getString("network");
        return new Round(
                row.getInt("number"),
                Cause.valueOf(row.getString("cause")),
                Stage.valueOf(row.getString("left_stage")),
                closedAs == null ? null : ClosingReason.valueOf(closedAs),
                row.getString("provider"),
                network == null ? null : NetworkId.of(network),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Actor.of(row.getString("begun_by")));
    }
}

package org.konsil.routing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.directory.Sponsor;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rounds in their tables. */
@Repository
class Rounds {

    private final JdbcClient jdbc;
    private final SealedRankings rankings;

    Rounds(JdbcClient jdbc, SealedRankings rankings) {
        this.jdbc = jdbc;
        this.rankings = rankings;
    }

    void add(Round round) {
        jdbc.sql("INSERT INTO routing_round (id, case_id, round, ranking, rule_version, ranked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        round.id(),
                        round.caseId().value(),
                        round.number(),
                        rankings.seal(round.caseId(), round.ranking()),
                        round.ruleVersion(),
                        utc(round.rankedAt()))
                .update();
    }

    void keep(Round round) {
        var sponsor = round.sponsor();
        var choice = round.choice();
        jdbc.sql("UPDATE routing_round SET sponsor_kind = ?, sponsor = ?, network_id = ?, chosen_by = ?,"
                        + " chosen_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE),"
                        + " sent_at = CAST(? AS TIMESTAMP(6) WITH TIME ZONE) WHERE id = ?")
                .param(sponsor == null ? null : sponsor.kind().name())
                .param(sponsor == null ? null : sponsor.group().toString())
                .param(choice == null ? null : choice.network().value())
                .param(choice == null ? null : choice.by().userId())
                .param(choice == null ? null : utc(choice.at()))
                .param(round.sentAt() == null ? null : utc(round.sentAt()))
                .param(round.id())
                .update();
        jdbc.sql("DELETE FROM routing_co_network WHERE round_id = ?")
                .param(round.id())
                .update();
        for (var network : choice == null ? Set.<NetworkId>of() : choice.coNetworks()) {
            jdbc.sql("INSERT INTO routing_co_network VALUES (?, ?)")
                    .params(round.id(), network.value())
                    .update();
        }
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true) // all over one connection
    List<Round> of(CaseId caseId) {
        return jdbc.sql("SELECT * FROM routing_round WHERE case_id = ? ORDER BY round")
                .param(caseId.value())
                .query((row, number) -> round(caseId, row))
                .list();
    }

    private Round round(CaseId caseId, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Round(
                id,
                caseId,
                row.getInt("round"),
                rankings.open(caseId, row.getBytes("ranking")),
                row.getString("rule_version"),
                row.getObject("ranked_at", OffsetDateTime.class).toInstant(),
                sponsor(row),
                choice(id, row),
                perhaps(row, "sent_at"));
    }

    private static @Nullable Sponsor sponsor(ResultSet row) throws SQLException {
        var kind = row.getString("sponsor_kind");
        return kind == null ? null : new Sponsor(Sponsor.Kind.valueOf(kind), Group.of(row.getString("sponsor")));
    }

    private Round.@Nullable Choice choice(UUID id, ResultSet row) throws SQLException {
        var network = row.getString("network_id");
        var at = perhaps(row, "chosen_at");
        if (network == null || at == null) {
            return null;
        }
        var others = jdbc.sql("SELECT network_id FROM routing_co_network WHERE round_id = ?")
                .param(id)
                .query((other, number) -> NetworkId.of(other.getString(1)))
                .set();
        return new Round.Choice(NetworkId.of(network), others, Actor.of(row.getString("chosen_by")), at);
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

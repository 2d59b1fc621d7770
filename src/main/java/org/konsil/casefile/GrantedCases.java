package org.konsil.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.kernel.ClosingReason;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;
import org.konsil.kernel.NetworkId;
import org.konsil.kernel.Stage;
import org.konsil.kernel.Urgency;
import org.konsil.vault.ContentErased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists by the grants; whoever holds none sees none. */
@Component
class GrantedCases implements CaseList, CaseSearch {

    private static final int MOST = 200;
    private static final Set<String> AT_HOME = Set.of("clinician", "dpo");
    private static final String OF_TOKEN =
            " AND c.id IN (SELECT s.case_id FROM case_search s WHERE s.token IN (:tokens))"
                    + " ORDER BY c.registered_at DESC, c.id DESC FETCH FIRST 50 ROWS ONLY";
    private static final String SEEN = """
        FROM case_file c WHERE EXISTS (SELECT 1 FROM case_grant g WHERE g.case_id = c.id AND g.holder IN (:holders)
            AND g.granted_at <= :now AND (g.ends_at IS NULL OR g.ends_at > :now))
        """;

    private final JdbcClient jdbc;
    private final Access access;
    private final Contents contents;
    private final SearchTokens tokens;
    private final Audit audit;
    private final Clock clock;

    GrantedCases(JdbcClient jdbc, Access access, Contents contents, SearchTokens tokens, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.contents = contents;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page find(Filter filter, Person reader, @Nullable String after, int size) {
        var values = new HashMap<String, Object>();
        values.put("holders", access.holderNames(reader));
        values.put("now", utc(clock.instant()));
        var seen = SEEN + narrowed(filter, values);
        var total = jdbc.sql("SELECT COUNT(*) " + seen)
                .params(values)
                .query(Long.class)
                .single();
        var limit = Math.clamp(size, 1, MOST);
        var items = jdbc.sql("SELECT c.* " + seen + following(after, values)
                        + " ORDER BY c.registered_at DESC, c.id DESC FETCH FIRST " + (limit + 1) + " ROWS ONLY")
                .params(values)
                .query((row, number) -> summary(row))
                .list();
        audit.recordApart(new Entry(
                reader.actor(),
                "cases-listed",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("found", String.valueOf(total))));
        if (items.size() <= limit) {
            return new Page(items, total, null);
        }
        var last = items.get(limit - 1);
        return new Page(
                items.subList(0, limit),
                total,
                new Place(last.registeredAt(), last.caseId().value()).toString());
    }

    @Override
    public List<CaseSummary> search(String text, Person reader) {
        var providers = reader.groups().stream()
                .filter(group -> AT_HOME.contains(group.role()))
                .map(Group::scope)
                .distinct()
                .toList();
        var values = new HashMap<String, Object>();
        values.put("holders", access.holderNames(reader));
        values.put("now", utc(clock.instant()));
        values.put(
                "tokens",
                providers.stream().map(provider -> tokens.token(provider, text)).toList());
        var found = providers.isEmpty() || text.isBlank()
                ? List.<CaseSummary>of()
                : jdbc.sql("SELECT c.* " + SEEN + OF_TOKEN)
                        .params(values)
                        .query((row, number) -> summary(row))
                        .list();
        audit.recordApart(new Entry(
                reader.actor(),
                "cases-searched",
                null,
                null,
                null,
                Entry.Outcome.DONE,
                null,
                Map.of("found", String.valueOf(found.size()))));
        return found;
    }

    private static String narrowed(Filter filter, Map<String, Object> values) {
        var sql = new StringBuilder();
        if (filter.state() != null) {
            sql.append(" AND c.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.network() != null) {
            sql.append(" AND c.network = :network");
            values.put("network", filter.network().value());
        }
        if (filter.country() != null) {
            sql.append(" AND c.country = :country");
            values.put("country", filter.country().code());
        }
        return sql.toString();
    }

    private static String following(@Nullable String after, Map<String, Object> values) {
        if (after == null || after.isBlank()) {
            return "";
        }
        var place = Place.read(after);
        values.put("lastAt", utc(place.registeredAt()));
        values.put("lastId", place.id());
        return " AND (c.registered_at < :lastAt OR (c.registered_at = :lastAt AND c.id < :lastId))";
    }

    private CaseSummary summary(ResultSet row) throws SQLException {
        var caseId = new CaseId(row.getObject("id", UUID.class));
        var network = row.getString("network");
        var reason = row.getString("closing_reason");
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseSummary(
                caseId,
                pseudonym(caseId, row.getBytes("pseudonym")),
                Country.of(row.getString("country")),
                row.getString("provider"),
                Urgency.valueOf(row.getString("urgency")),
                Stage.valueOf(row.getString("stage")),
                CaseState.valueOf(row.getString("state")),
                network == null ? null : NetworkId.of(network),
                reason == null ? null : ClosingReason.valueOf(reason),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private String pseudonym(CaseId caseId, byte[] sealed) {
        try {
            return contents.pseudonym(caseId, sealed);
        } catch (ContentErased e) {
            return "";
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

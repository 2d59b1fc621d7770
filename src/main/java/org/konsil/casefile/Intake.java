package org.konsil.casefile;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Grants;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.Registration.Registered;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Group;
import org.konsil.process.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a new case with all that belongs to it, or nothing of it. */
@Component
class Intake {

    /** A request that may be repeated: who, with which key, with which content. */
    record Request(String userId, String key, String contentKey) {}

    private final CaseFileRows rows;
    private final Contents contents;
    private final SearchTokens search;
    private final DiseaseTokens diseases;
    private final Grants grants;
    private final Audit audit;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    Intake(
            CaseFileRows rows,
            Contents contents,
            SearchTokens search,
            DiseaseTokens diseases,
            Grants grants,
            Audit audit,
            Outbox outbox,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.search = search;
        this.diseases = diseases;
        this.grants = grants;
        this.audit = audit;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Registered take(NewCase made, @Nullable Request request) {
        var before = request == null ? Optional.<CaseId>empty() : repeated(request);
        if (before.isEmpty() && made.contentKey() != null) {
            before = withContent(made.contentKey());
        }
        if (before.isPresent()) {
            return new Registered(before.get(), true);
        }
        store(made);
        if (request != null) {
            jdbc.sql("INSERT INTO registration_key VALUES (?, ?, ?, ?)")
                    .params(
                            request.userId(),
                            request.key(),
                            request.contentKey(),
                            made.caseId().value())
                    .update();
        }
        return new Registered(made.caseId(), false);
    }

    @Transactional(readOnly = true)
    public Optional<CaseId> withContent(String contentKey) {
        return jdbc.sql("SELECT id FROM case_file WHERE content_key = ?")
                .param(contentKey)
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    private Optional<CaseId> repeated(Request request) {
        return jdbc.sql("SELECT content_key, case_id FROM registration_key WHERE user_id = ? AND request_key = ?")
                .params(request.userId(), request.key())
                .query((row, number) -> {
                    if (!row.getString("content_key").equals(request.contentKey())) {
                        throw new KeyReused();
                    }
                    return new CaseId(row.getObject("case_id", UUID.class));
                })
                .optional();
    }

    private void store(NewCase made) {
        var caseId = made.caseId();
        var pseudonym =
                contents.sealPseudonym(caseId, made.identity().path("pseudonym").asText(""));
        rows.saveAndFlush(new CaseFile(made, pseudonym, clock.instant()));
        contents.keep(made);
        search.keep(caseId, made.provider(), made.identity());
        diseases.keep(caseId, made.provider(), made.clinical());
        grants.toHome(caseId, new Group("clinician", made.provider()));
        grants.toHome(caseId, new Group("dpo", made.provider()));
        audit.record(Entry.done(made.by(), "case-registered", caseId)
                .with("country", made.country())
                .with("provider", made.provider())
                .with("urgency", made.urgency().code()));
        outbox.start(
                caseId,
                Map.of(
                        "caseId", caseId.toString(),
                        "country", made.country().code(),
                        "urgency", made.urgency().code(),
                        "provider", made.provider()));
    }
}

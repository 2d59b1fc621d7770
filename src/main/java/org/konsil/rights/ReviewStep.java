package org.konsil.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.Actor;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form {@code review-retention}: the period is over; the copy is erased, or kept because, until a day. */
@Component
class ReviewStep implements HumanStep {

    private final Parts parts;
    private final PartRows rows;
    private final Seats seats;
    private final RetentionRows retention;
    private final RetentionRule rule;
    private final Erasures erasures;
    private final CaseFiles cases;
    private final Audit audit;
    private final MessageSource words;
    private final Clock clock;

    ReviewStep(
            Parts parts,
            PartRows rows,
            Seats seats,
            RetentionRows retention,
            RetentionRule rule,
            Erasures erasures,
            CaseFiles cases,
            Audit audit,
            MessageSource words,
            Clock clock) {
        this.parts = parts;
        this.rows = rows;
        this.seats = seats;
        this.retention = retention;
        this.rule = rule;
        this.erasures = erasures;
        this.cases = cases;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of("review-retention");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var part = parts.of(task);
        var kept = rule.of(cases.summary(part.caseId()), part.controller());
        return JsonNodeFactory.instance
                .objectNode()
                .put("concerns", word("rights.controller." + part.controllerCode()))
                .put("source", kept.source());
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        var part = parts.of(task);
        var erase = answers.path("retentionDecision").asText().equals("erase");
        var ground = erase ? "retention-over" : answers.path("keepGround").asText();
        if (erase) {
            erasures.require(part.caseId(), part.controller(), part.id());
        } else {
            keep(part, LocalDate.parse(answers.path("keepUntil").asText()));
        }
        rows.decide(part.id(), erase ? Part.State.GRANTED : Part.State.REFUSED, ground, by.userId(), clock.instant());
        seats.leave(part.caseId());
        audit.record(Entry.done(by, "retention-reviewed", part.caseId())
                .with("controller", part.controllerCode())
                .with("answer", erase ? "erase" : "keep")
                .because(ground));
        return Map.of();
    }

    private void keep(Part part, LocalDate until) {
        if (!until.isAfter(LocalDate.now(clock))) {
            throw RequestRefused.groundDoesNotFit(word("rights.keep-until-later"));
        }
        retention.keepUntil(
                part.caseId(),
                part.controller(),
                until.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

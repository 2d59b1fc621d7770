package org.konsil.abroad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.access.Access;
import org.konsil.casefile.Attachments;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.Submission;
import org.konsil.directory.Zones;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.konsil.rules.Rules;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/**
 * The form {@code funding-decision}: an approval holds, and an appeal is open, to the end of the last day, in the time of the country that pays. Whoever
 * does not decide themselves enters the decision from the letter of the body that did.
 */
@Component
class DecideFunding implements HumanStep {

    private static final String DECISION = "funding-decision";
    private static final Set<String> DECIDERS = Set.of("funding", "contact");

    private final CaseFiles cases;
    private final Attachments files;
    private final Access access;
    private final Zones zones;
    private final Rules rules;
    private final AbroadFacts facts;
    private final ObjectMapper json;
    private final Clock clock;

    DecideFunding(
            CaseFiles cases,
            Attachments files,
            Access access,
            Zones zones,
            Rules rules,
            AbroadFacts facts,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.files = files;
        this.access = access;
        this.zones = zones;
        this.rules = rules;
        this.facts = facts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> forms() {
        return Set.of(DECISION, "travel");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var prefill = json.createObjectNode();
        if (task.formId().equals("travel")) {
            cases.latest(task.caseId(), DECISION)
                    .ifPresent(decided ->
                            prefill.set("validUntil", decided.answers().path("validUntil")));
        }
        return prefill;
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        if (task.formId().equals(DECISION) && !decides(task.caseId(), by) && !hasLetter(task.caseId())) {
            throw new LetterMissing();
        }
        return switch (answers.path("fundingDecision").asText()) {
            case "approved" -> Map.of("approvalEnds", ends(task.caseId(), answers.path("validUntil")));
            case "refused" -> appeal(task.caseId(), answers.path("appealUntil"));
            default -> Map.of();
        };
    }

    /** The day that the decision names goes before the term of its route, and that before what the table {@code clocks} says. */
    private Map<String, Object> appeal(CaseId caseId, JsonNode lastDay) {
        if (!lastDay.asText("").isEmpty()) {
            return Map.of("appealTerm", "named", "appealEnds", ends(caseId, lastDay));
        }
        var term = rules.decide("abroad-appeal-term", facts.instance(caseId)).text();
        if (term.isEmpty()) {
            return Map.of("appealTerm", "usual");
        }
        var today = LocalDate.ofInstant(clock.instant(), zone(caseId));
        return Map.of("appealTerm", "by-route", "appealEnds", ends(caseId, today.plus(Period.parse(term))));
    }

    private boolean decides(CaseId caseId, Actor by) {
        var country = cases.summary(caseId).country().code();
        return access.person(by.userId()).stream()
                .flatMap(person -> person.groups().stream())
                .anyMatch(group ->
                        DECIDERS.contains(group.role()) && group.scope().equals(country));
    }

    /** A file that came after the application, the appeal and the decision before. */
    private boolean hasLetter(CaseId caseId) {
        var since = Stream.of("abroad-application", "appeal", DECISION)
                .flatMap(form -> cases.latest(caseId, form).stream())
                .map(Submission::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return files.of(caseId, Controller.HOME).stream()
                .anyMatch(file -> file.at().isAfter(since));
    }

    private String ends(CaseId caseId, JsonNode lastDay) {
        return ends(caseId, LocalDate.parse(lastDay.asText()));
    }

    private String ends(CaseId caseId, LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(zone(caseId)).toInstant().toString();
    }

    private ZoneId zone(CaseId caseId) {
        return zones.of(cases.summary(caseId).country());
    }
}

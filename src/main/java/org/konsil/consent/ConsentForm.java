package org.konsil.consent;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.NetworkId;

/** Reads the form {@code record-consent}, whose answers were validated before. */
final class ConsentForm {

    private static final String GUARDIAN = "guardian";

    private ConsentForm() {}

    static Consent read(CaseId caseId, int version, JsonNode answers, Actor by, Instant at) {
        var given = answers.path("consentGiven").asText().equals("yes");
        return new Consent(
                UUID.randomUUID(),
                caseId,
                version,
                given,
                given ? scopes(answers, at) : Map.of(),
                recipients(answers),
                signed(answers),
                new Document(
                        answers.path("documentVersion").asText(null),
                        answers.path("language").asText(null),
                        day(answers.path("date")),
                        day(answers.path("expiry"))),
                by,
                at);
    }

    private static Map<Scope, Consent.State> scopes(JsonNode answers, Instant at) {
        return texts(answers.path("scopes")).stream()
                .map(Scope::of)
                .collect(toMap(Function.identity(), scope -> new Consent.State(true, at), (one, same) -> one));
    }

    private static Recipients recipients(JsonNode answers) {
        return new Recipients(
                answers.path("recipients").asText().equals("any-ern"),
                texts(answers.path("networks")).stream().map(NetworkId::of).collect(toSet()),
                texts(answers.path("thirdCountries")).stream().map(Country::of).collect(toSet()),
                texts(answers.path("guests")).stream().collect(toSet()));
    }

    private static Signed signed(JsonNode answers) {
        var relations = StreamSupport.stream(answers.path("signatories").spliterator(), false)
                .map(signatory -> signatory.path("relation").asText())
                .toList();
        var guardians = relations.stream().filter(GUARDIAN::equals).count();
        return new Signed(
                relations.stream().anyMatch(relation -> !relation.equals(GUARDIAN)),
                (int) guardians,
                answers.path("guardiansNeeded").asText().equals("both") ? 2 : 1,
                answers.path("assent").asText("none"),
                answers.path("minorDecides").asBoolean());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static @Nullable LocalDate day(JsonNode date) {
        return date.isTextual() ? LocalDate.parse(date.asText()) : null;
    }
}

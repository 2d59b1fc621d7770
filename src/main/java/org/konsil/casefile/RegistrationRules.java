package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konsil.directory.Directory;
import org.konsil.kernel.Refusal;
import org.konsil.terminology.Code;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form's schema cannot know: whether the answers fit each other and the world. */
@Component
class RegistrationRules {

    private static final int OLDEST = 130;
    private static final List<String> CODED = List.of("diseases", "excludedDiseases", "phenotypes");

    private final Directory directory;
    private final Terminology terminology;
    private final MessageSource words;
    private final Clock clock;

    RegistrationRules(Directory directory, Terminology terminology, MessageSource words, Clock clock) {
        this.directory = directory;
        this.terminology = terminology;
        this.words = words;
        this.clock = clock;
    }

    /** @throws RegistrationRefused naming every field that does not fit */
    void check(ObjectNode answers) {
        var wrong = new ArrayList<Refusal.Field>();
        directory
                .provider(answers.path("provider").asText())
                .filter(provider -> !provider.country()
                        .code()
                        .equals(answers.path("country").asText()))
                .ifPresent(provider -> wrong.add(field("/country", "other-country")));
        var born = date(answers, "dateOfBirth");
        if (born.filter(day -> day.isBefore(LocalDate.now(clock).minusYears(OLDEST)))
                .isPresent()) {
            wrong.add(field("/dateOfBirth", "too-old"));
        }
        date(answers, "firstContact")
                .filter(contact -> born.filter(contact::isBefore).isPresent())
                .ifPresent(contact -> wrong.add(field("/firstContact", "before-birth")));
        if (isDiagnosedBeforeReachingThatAge(answers, born)) {
            wrong.add(field("/ageAtDiagnosis", "older-than-now"));
        }
        if (!wrong.isEmpty()) {
            throw new RegistrationRefused(wrong);
        }
    }

    /** A value that is to replace one that was registered. */
    void checkCorrection(String field, String value) {
        if (field.equals("dateOfBirth") && !isBirthday(value)) {
            throw new RegistrationRefused(List.of(field("/correctedValue", "no-birthday")));
        }
    }

    /** Ages count whole years, so one year more is still possible. */
    private boolean isDiagnosedBeforeReachingThatAge(JsonNode answers, Optional<LocalDate> born) {
        var years = born.map(day -> (double) ChronoUnit.YEARS.between(day, LocalDate.now(clock)))
                .or(() -> Optional.of(answers.path("ageYears"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asDouble));
        return years.filter(age -> answers.path("ageAtDiagnosis").asDouble() > age + 1)
                .isPresent();
    }

    private boolean isBirthday(String value) {
        try {
            var day = LocalDate.parse(value);
            return !day.isAfter(LocalDate.now(clock))
                    && !day.isBefore(LocalDate.now(clock).minusYears(OLDEST));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Names coded terms that came without a name, and lists those codes that the terminology loaded here does not know. */
    void annotate(ObjectNode clinical) {
        var unknown = JsonNodeFactory.instance.arrayNode();
        for (var list : CODED) {
            for (var row : clinical.path(list)) {
                var code = Code.parse(row.path("code").asText());
                if (!terminology.known(code)) {
                    unknown.add(code.toString());
                }
                if (row.path("label").asText("").isBlank()) {
                    terminology.term(code).map(Term::label).ifPresent(label -> ((ObjectNode) row).put("label", label));
                }
            }
        }
        clinical.set("unknownCodes", unknown);
    }

    private Refusal.Field field(String pointer, String reason) {
        return new Refusal.Field(
                pointer, words.getMessage("casefile.wrong." + reason, null, LocaleContextHolder.getLocale()));
    }

    private static Optional<LocalDate> date(JsonNode answers, String key) {
        return Optional.of(answers.path(key).asText(""))
                .filter(text -> !text.isBlank() && !text.equals("null"))
                .map(LocalDate::parse);
    }
}

package org.konsil.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Person;
import org.konsil.forms.Forms;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Country;
import org.konsil.kernel.Urgency;
import org.konsil.vault.Pseudonyms;
import org.konsil.vault.Vault;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Registers from the form {@code register-case}. */
@Component
class FormRegistration implements Registration {

    private static final String FORM = "register-case";

    /** These fields say who the patient is; they are kept apart and never leave the home provider. */
    private static final List<String> IDENTITY =
            List.of("pseudonym", "familyName", "givenName", "recordNumber", "dateOfBirth");

    private final Forms forms;
    private final RegistrationChoices choices;
    private final RegistrationRules rules;
    private final Intake intake;
    private final Vault vault;
    private final Pseudonyms pseudonyms;

    FormRegistration(
            Forms forms,
            RegistrationChoices choices,
            RegistrationRules rules,
            Intake intake,
            Vault vault,
            Pseudonyms pseudonyms) {
        this.forms = forms;
        this.choices = choices;
        this.rules = rules;
        this.intake = intake;
        this.vault = vault;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public ObjectNode choices(Person by) {
        return choices.of(by);
    }

    @Override
    public CaseId register(JsonNode answers, Person by, @Nullable String idempotencyKey) {
        return register(answers, by, idempotencyKey, null).caseId();
    }

    @Override
    public Registered registerContent(JsonNode answers, Person by, @Nullable String idempotencyKey, String content) {
        return register(answers, by, idempotencyKey, content);
    }

    @Override
    public Optional<CaseId> alreadyRegistered(String provider, String content) {
        return intake.withContent(vault.fingerprint(provider, content));
    }

    private Registered register(
            JsonNode answers, Person by, @Nullable String idempotencyKey, @Nullable String content) {
        if (choices.providers(by).isEmpty()) {
            throw new NotAHomeClinician();
        }
        var form = forms.named(FORM);
        var accepted = form.accept(form.read(answers, choices.of(by)), LocaleContextHolder.getLocale());
        rules.check(accepted);
        var provider = accepted.path("provider").asText();
        var request = idempotencyKey == null
                ? null
                : new Intake.Request(
                        by.userId(),
                        vault.fingerprint(provider, "request " + idempotencyKey),
                        vault.fingerprint(provider, canonical(answers)));
        var made = made(accepted, by, content == null ? null : vault.fingerprint(provider, content));
        try {
            return intake.take(made, request);
        } catch (DataIntegrityViolationException e) {
            // the same request came twice at once and the other one was faster: now its case is there to be found
            return intake.take(made, request);
        }
    }

    private NewCase made(ObjectNode accepted, Person by, @Nullable String contentKey) {
        var caseId = CaseId.next();
        var identity = JsonNodeFactory.instance.objectNode();
        var clinical = accepted.deepCopy();
        for (var key : IDENTITY) {
            var value = clinical.remove(key);
            if (value != null && !value.isNull()) {
                identity.set(key, value);
            }
        }
        if (identity.path("pseudonym").asText("").isBlank()) {
            identity.put("pseudonym", pseudonyms.of(caseId, Pseudonyms.Context.CASE));
        }
        rules.annotate(clinical);
        return new NewCase(
                caseId,
                Country.of(accepted.path("country").asText()),
                accepted.path("provider").asText(),
                Urgency.of(accepted.path("urgency").asText()),
                by.actor(),
                identity,
                clinical,
                contentKey);
    }

    /** The same answers are the same whatever their order and spacing. */
    private static String canonical(JsonNode answers) {
        try {
            return new JsonCanonicalizer(answers.toString()).getEncodedString();
        } catch (java.io.IOException e) {
            return answers.toString();
        }
    }
}

package org.konsil.consent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Agreed;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.springframework.context.ApplicationContext;

/** What parents agreed to, for tests that begin after it. */
public final class GivenConsent {

    private GivenConsent() {}

    /** To every scope, for any network. */
    public static Agreed toEverything(ApplicationContext house, CaseId caseId) {
        return to(house, caseId, Scope.values());
    }

    /** To these scopes, for any network. */
    public static Agreed to(ApplicationContext house, CaseId caseId, Scope... scopes) {
        house.getBean(Consents.class).record(caseId, form(scopes), Actor.of("clinician.fi"));
        return agreed(caseId);
    }

    /** As the form would be filled in. */
    public static ObjectNode form(Scope... scopes) {
        var answers = JsonNodeFactory.instance.objectNode();
        answers.put("consentGiven", "yes").put("recipients", "any-ern").put("guardiansNeeded", "both");
        answers.put("documentVersion", "2").put("language", "fi").put("assent", "given");
        answers.putArray("guests").add("guest.uk");
        var agreed = answers.putArray("scopes");
        Arrays.stream(scopes).map(Scope::code).forEach(agreed::add);
        var signed = answers.putArray("signatories");
        signed.addObject()
                .put("name", "Aino Virtanen")
                .put("relation", "guardian")
                .put("date", "2026-01-10");
        signed.addObject()
                .put("name", "Eero Virtanen")
                .put("relation", "guardian")
                .put("date", "2026-01-10");
        return answers;
    }

    /** That somebody was asked, where the test is about what follows. */
    public static Agreed agreed(CaseId caseId) {
        return new Agreed() {
            @Override
            public CaseId caseId() {
                return caseId;
            }

            @Override
            public @Nullable Instant until() {
                return null;
            }
        };
    }
}

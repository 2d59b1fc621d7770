package org.konsil.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Corrects what was registered wrongly (GDPR Art. 16). The old value stays, sealed, in the history. */
@Component
public class Rectifications {

    private static final List<String> IDENTITY = List.of("familyName", "givenName", "dateOfBirth", "recordNumber");

    private final Contents contents;
    private final SearchTokens tokens;
    private final DiseaseTokens diseases;
    private final RegistrationRules rules;
    private final Vault vault;
    private final Audit audit;

    Rectifications(
            Contents contents,
            SearchTokens tokens,
            DiseaseTokens diseases,
            RegistrationRules rules,
            Vault vault,
            Audit audit) {
        this.contents = contents;
        this.tokens = tokens;
        this.diseases = diseases;
        this.rules = rules;
        this.vault = vault;
        this.audit = audit;
    }

    /** Whether those outside the home provider were told this field, or something reckoned from it. */
    public static boolean isShared(String field) {
        return !IDENTITY.contains(field) || field.equals("dateOfBirth");
    }

    /** @throws Refusal (INVALID) if the value cannot be right: a date of birth that is no date, or too long ago */
    public void check(String field, String value) {
        rules.checkCorrection(field, value);
    }

    /** Replaces the value of a field of the form {@code register-case}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rectify(CaseId caseId, String field, String value, Actor by) {
        check(field, value);
        var isIdentity = IDENTITY.contains(field);
        ObjectNode content = isIdentity ? contents.identity(caseId) : contents.clinical(caseId);
        var old = content.path(field).asText("");
        content.put(field, value);
        if (isIdentity) {
            contents.replaceIdentity(caseId, content);
            tokens.renew(caseId);
        } else {
            contents.replaceClinical(caseId, content);
            diseases.renew(caseId);
        }
        audit.record(
                Entry.done(by, "content-rectified", caseId).with("field", field),
                vault.seal(caseId, Controller.HOME, "audit_event.sealed", old));
    }
}

package org.konsil.consent;

import java.util.List;
import java.util.stream.Collectors;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;

/** The patient has not agreed to this sharing, or does not agree any more. */
public class NotAgreed extends Refusal {

    private NotAgreed(String code, String message, Object... arguments) {
        super(Kind.CONFLICT, code, message, arguments);
    }

    /** Whatever is missing, the patient is to be asked: processes catch it as {@code not-agreed}. */
    @Override
    public String errorCode() {
        return "not-agreed";
    }

    static NotAgreed to(CaseId caseId, List<Scope> missing) {
        var codes = missing.stream().map(Scope::code).collect(Collectors.joining(", "));
        return new NotAgreed("not-agreed", "The consent of case " + caseId + " lacks " + codes, codes);
    }

    static NotAgreed with(CaseId caseId, Recipient recipient) {
        return new NotAgreed(
                "recipient-not-agreed",
                "The consent of case " + caseId + " does not name " + recipient.words(),
                recipient.words());
    }
}

package org.konsil.rights;

import java.time.LocalDate;
import java.util.List;
import org.konsil.kernel.Refusal;

/** A request of the patient, or an answer to one, cannot be taken as it is. */
final class RequestRefused extends Refusal {

    private RequestRefused(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private RequestRefused(String code, String message, Field field) {
        super(Kind.INVALID, code, message, List.of(field));
    }

    static RequestRefused notYours() {
        return new RequestRefused(Kind.FORBIDDEN, "rights-not-yours", "Not theirs to register or to answer");
    }

    static RequestRefused unknown() {
        return new RequestRefused(Kind.UNKNOWN, "rights-unknown", "No such request or certificate");
    }

    static RequestRefused copyFirst() {
        return new RequestRefused(Kind.CONFLICT, "rights-copy-first", "The copy was not taken out yet");
    }

    static RequestRefused extendedAlready() {
        return new RequestRefused(Kind.CONFLICT, "rights-extended", "The time was extended once already");
    }

    static RequestRefused groundDoesNotFit(String reason) {
        return new RequestRefused("rights-answer-wrong", "The answer does not fit", new Field("/keepUntil", reason));
    }

    static RequestRefused caseRuns() {
        return new RequestRefused(Kind.CONFLICT, "erasure-case-runs", "The case is not over for this controller");
    }

    static RequestRefused onHold() {
        return new RequestRefused(Kind.CONFLICT, "erasure-on-hold", "A legal hold stops the erasure");
    }

    static RequestRefused othersOpen() {
        return new RequestRefused(Kind.CONFLICT, "erasure-others-open", "Other requests are open");
    }

    /** @param source of the rule, as the table {@code retention} names it */
    static RequestRefused obliged(LocalDate until, String source) {
        return new RequestRefused(
                Kind.CONFLICT, "erasure-obliged", "The law obliges to keep it", until.toString(), source);
    }
}

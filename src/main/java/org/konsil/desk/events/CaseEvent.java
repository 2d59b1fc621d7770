package org.konsil.desk.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may happen to a case at any time, whatever stage it is in. */
public enum CaseEvent {
    CONSENT_WITHDRAWN("withdrawal"),
    PATIENT_DIED("report-death"),
    URGENCY_CHANGED("change-urgency"),
    CONFLICT_FOUND("report-conflict"),
    EXPERT_UNAVAILABLE("report-unavailable"),
    TRANSFER("transfer-case"),
    DUPLICATE("report-duplicate"),
    RE_OPEN("re-open-case");

    private final String form;

    CaseEvent(String form) {
        this.form = form;
    }

    /** As addresses and messages name it: {@code consent-withdrawn}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form whose answers it carries. */
    public String form() {
        return form;
    }

    public static Optional<CaseEvent> of(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst();
    }
}

package org.konsil.desk.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may happen to a case at any time, whatever stage it is in. */
public enum CaseEvent {
    CONSENT_WITHDRAWN("withdrawal"),
    PATIENT_DIED("report-death"),
    URGENCY_CHANGED("change-urgency"),
    CONFLICT_FOUND("report-conflict"),
    TRANSFER(null),
    RE_OPEN(null);

    private final @Nullable String form;

    CaseEvent(@Nullable String form) {
        this.form = form;
    }

    /** As addresses and messages name it: {@code consent-withdrawn}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form whose answers it carries; null where it carries none. */
    public @Nullable String form() {
        return form;
    }

    public static Optional<CaseEvent> of(String code) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(code))
                .findFirst();
    }
}

package org.konsil.kernel;

/** Where a case stands, in the words of the referral's lifecycle. */
public enum CaseState {
    DRAFT,
    AWAITING_CONSENT,
    DOMESTIC_REVIEW,
    ROUTING,
    TRIAGE,
    CONVENING,
    ASSESSING,
    AWAITING_INFO,
    OUTCOME_DRAFT,
    SIGNING,
    DELIVERED,
    TREATMENT_ABROAD,
    FOLLOW_UP,
    CLOSED,
    ARCHIVED,
    ERASED;

    /** No work is done on the referral any more. */
    public boolean isOver() {
        return compareTo(CLOSED) >= 0;
    }
}

package org.konsil.consent;

/** Which process asked for a consent: it hears of the answer itself, the others have to be told. */
enum Asked {
    /** Recorded on the page of the case, or with an extension. */
    BY_NOBODY,
    /** By whatever was about to share something, for the first time or because the consent did not hold. */
    TO_SHARE,
    /** Because the consent ends on a day. */
    BEFORE_IT_ENDS
}

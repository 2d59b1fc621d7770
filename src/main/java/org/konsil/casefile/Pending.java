package org.konsil.casefile;

/** What was reported of a case and its process has not followed yet. */
public enum Pending {
    WITHDRAWN,
    DECEASED,
    DUPLICATE,
    /** It leaves for another place of its process. */
    NEW_ROUND;

    /** The case is about to end. */
    public boolean isEnding() {
        return this != NEW_ROUND;
    }
}

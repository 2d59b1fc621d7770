package org.konsil.kernel;

/** Why a case was closed. */
public enum ClosingReason {
    ADVISED,
    DOMESTIC_SOLUTION,
    NO_CONSENT,
    WITHDRAWN,
    DECEASED,
    INCOMPLETE,
    OUT_OF_SCOPE,
    NO_QUORUM,
    DUPLICATE
}

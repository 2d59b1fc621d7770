package org.konsil.kernel;

/** The twelve stages of a referral, in their order. */
public enum Stage {
    REGISTER,
    CONSENT,
    DOMESTIC,
    ROUTING,
    TRIAGE,
    CONVENE,
    ASSESS,
    OUTCOME,
    DELIVER,
    ABROAD,
    FOLLOW_UP,
    CLOSE
}

package org.konsil.kernel;

import java.util.Set;

/**
 * All that anybody can be allowed to do. Those of the house belong to roles; those of a case follow from how a person stands
 * to it. What is not named here cannot be done by anybody.
 */
public enum Right {
    /** What is shown to everybody, signed in or not. */
    ENTER,
    /** What everybody who is signed in may do for themselves. */
    BE_SIGNED_IN,
    /** Look at the lists of cases and of work; each shows what its reader may know of. */
    LIST,
    /** Register a case for one's own provider. */
    REGISTER("clinician"),
    /** Find a case of one's own provider by what only that knows. */
    SEARCH("clinician", "dpo"),
    /** Verify and export the history. */
    AUDIT("auditor"),
    /** Take backups, move the demonstration's clock. */
    OPERATE("admin"),
    /** Deploy processes, rules and forms. */
    DEPLOY("owner"),
    /** Read the record of processing activities (GDPR Art. 30). */
    READ_PROCESSING_RECORD("dpo", "auditor", "owner"),
    /** Take the data of closed cases to the network's registry, as far as the patients agree; each coordinator their own network's. */
    EXPORT_REGISTRY("coordinator"),
    /** Read the yearly indicators and the overview of the work: coordinators of their network, contact points of their country, auditors of all. */
    READ_INDICATORS("coordinator", "contact", "auditor"),
    /** Say what experts can be asked about: oneself, or those of the network that one coordinates. */
    KEEP_EXPERTISE("expert", "coordinator", "guest"),
    /** Open a network's regular board, plan its sessions and their agendas: each coordinator their own network's. */
    HOLD_BOARDS("coordinator"),
    /** See the sessions to which one is asked, and say whether one can come. */
    ATTEND_BOARDS("coordinator", "lead", "expert", "guest"),
    /** See who opened a case without a usual right, and why. */
    REVIEW_OPENINGS("dpo", "auditor"),

    /** Know that the case exists: its number, pseudonym, state and way, in lists and totals too. */
    KNOW,
    /** The pseudonymised case as registered, its files, the domestic opinions. */
    READ_CLINICAL,
    /** Who the patient is, and who signed for them. */
    READ_IDENTITY,
    /** What the patient agreed to, without the names of those who signed. */
    READ_CONSENT,
    /** Who was asked to the panel, and what became of it. */
    READ_PANEL,
    /** The opinions, the discussion and the draft of the outcome. */
    READ_OPINIONS,
    /** Take part in the discussion, revise an opinion of one's own. */
    DISCUSS,
    /** The signed outcome and the interim advice. */
    READ_ADVICE,
    /** What the home provider wrote after delivery. */
    READ_AFTERCARE,
    /** The application for treatment abroad and what was decided on it. */
    READ_FUNDING,
    /** Who did what when, readings and refusals included. */
    READ_HISTORY,
    /** Work on the case's tasks that are on offer to one's groups or oneself. */
    WORK,
    /** Report what happened to the case; which event whose it is, is decided event by event. */
    REPORT,
    /** Add files. */
    ADD_FILES,
    /** Record a consent anew. */
    RECORD_CONSENT,
    /** See what the patient asked of the controllers, and what became of it. */
    READ_REQUESTS,
    /** Deal with what the patient asked, for the controller whose it is. */
    ANSWER_REQUESTS,
    /** Open the clinical content with a reason, for a limited time, with others told. */
    BREAK_GLASS;

    private final Set<String> roles;

    Right(String... roles) {
        this.roles = Set.of(roles);
    }

    /** Decided for each case anew; those of the house are decided by role. */
    public boolean isOfACase() {
        return compareTo(KNOW) >= 0;
    }

    /** Whose a right of the house is; empty for what everybody may, and for rights of a case. */
    public Set<String> roles() {
        return roles;
    }
}

package org.konsil.access;

import static org.konsil.kernel.Right.ADD_FILES;
import static org.konsil.kernel.Right.ANSWER_REQUESTS;
import static org.konsil.kernel.Right.BREAK_GLASS;
import static org.konsil.kernel.Right.DISCUSS;
import static org.konsil.kernel.Right.KNOW;
import static org.konsil.kernel.Right.READ_ADVICE;
import static org.konsil.kernel.Right.READ_AFTERCARE;
import static org.konsil.kernel.Right.READ_CLINICAL;
import static org.konsil.kernel.Right.READ_CONSENT;
import static org.konsil.kernel.Right.READ_FUNDING;
import static org.konsil.kernel.Right.READ_HISTORY;
import static org.konsil.kernel.Right.READ_IDENTITY;
import static org.konsil.kernel.Right.READ_OPINIONS;
import static org.konsil.kernel.Right.READ_PANEL;
import static org.konsil.kernel.Right.READ_REQUESTS;
import static org.konsil.kernel.Right.RECORD_CONSENT;
import static org.konsil.kernel.Right.REPORT;
import static org.konsil.kernel.Right.WORK;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.konsil.access.Grants.As;
import org.konsil.kernel.Right;

/**
 * How a person stands to a case, and what follows from it: the one table by which pages, calls, lists, files and exports are
 * decided. A person may stand to a case in several ways and holds the rights of all of them.
 */
public enum Relation {
    HOME_CLINICIAN(
            "clinician",
            KNOW,
            READ_CLINICAL,
            READ_IDENTITY,
            READ_CONSENT,
            READ_PANEL,
            READ_ADVICE,
            READ_AFTERCARE,
            READ_FUNDING,
            READ_HISTORY,
            WORK,
            REPORT,
            ADD_FILES,
            RECORD_CONSENT,
            READ_REQUESTS),
    /** Answers the patient's requests (GDPR Art. 39): has to know who the patient is, and not what ails them. */
    HOME_DPO(
            "dpo",
            KNOW,
            READ_IDENTITY,
            READ_CONSENT,
            READ_HISTORY,
            WORK,
            REPORT,
            READ_REQUESTS,
            ANSWER_REQUESTS,
            BREAK_GLASS),
    DOMESTIC("centre contact", KNOW, READ_CLINICAL, READ_CONSENT, WORK),
    SPONSOR("sponsor", KNOW, READ_CLINICAL, READ_CONSENT, READ_PANEL, READ_ADVICE, WORK),
    DISPATCHER("dispatcher", KNOW, READ_CLINICAL, READ_CONSENT, READ_PANEL, READ_ADVICE, READ_HISTORY, WORK, REPORT),
    COORDINATOR(
            "coordinator",
            KNOW,
            READ_CLINICAL,
            READ_CONSENT,
            READ_PANEL,
            READ_OPINIONS,
            DISCUSS,
            READ_ADVICE,
            READ_HISTORY,
            WORK,
            REPORT),
    CO_NETWORK("coordinator", KNOW, READ_CLINICAL, READ_CONSENT, READ_PANEL, READ_ADVICE, WORK),
    PANEL_LEAD(
            "lead expert",
            KNOW,
            READ_CLINICAL,
            READ_CONSENT,
            READ_PANEL,
            READ_OPINIONS,
            DISCUSS,
            READ_ADVICE,
            READ_HISTORY,
            WORK,
            REPORT),
    /** Was asked and has not accepted: sees the case to tell whether it is one for them, and nothing of the others. */
    INVITED("expert guest lead", KNOW, READ_CLINICAL, WORK, REPORT),
    PANEL_MEMBER(
            "expert guest lead", KNOW, READ_CLINICAL, READ_PANEL, READ_OPINIONS, DISCUSS, READ_ADVICE, WORK, REPORT),
    /** The competent institution, and whoever else is asked on the way abroad. */
    FUNDING_BODY("funding centre contact", KNOW, READ_FUNDING, WORK),
    /** The network, asked to deal with its own copy: knows of the case and of the request, nothing clinical. */
    NETWORK_CONTROLLER("coordinator", KNOW, WORK, READ_REQUESTS, ANSWER_REQUESTS),
    /** Was let in by a consent that has run out: knows that the case waits for its renewal, and reads nothing of it. */
    WAITING_FOR_CONSENT("dispatcher coordinator lead expert guest sponsor centre contact funding", KNOW, WORK),
    /** Of every case, without a grant: what happened, nothing clinical. */
    AUDITOR("auditor", KNOW, READ_HISTORY, BREAK_GLASS),
    /** An auditor who has opened the case: what they examine, pseudonymised. */
    AUDITOR_WITH_REASON(
            "auditor",
            READ_CLINICAL,
            READ_CONSENT,
            READ_PANEL,
            READ_OPINIONS,
            READ_ADVICE,
            READ_AFTERCARE,
            READ_FUNDING),
    /** A data protection officer who has opened the case: their own provider's record; opinions are the network's. */
    DPO_WITH_REASON("dpo", READ_CLINICAL, READ_PANEL, READ_ADVICE, READ_AFTERCARE, READ_FUNDING);

    private static final Set<Relation> BY_LAW =
            EnumSet.of(HOME_CLINICIAN, HOME_DPO, DPO_WITH_REASON, NETWORK_CONTROLLER, WAITING_FOR_CONSENT);
    private static final Set<Relation> BY_NAME =
            EnumSet.of(PANEL_LEAD, INVITED, PANEL_MEMBER, AUDITOR_WITH_REASON, DPO_WITH_REASON);
    private static final Set<Relation> OF_AUDITORS = EnumSet.of(AUDITOR, AUDITOR_WITH_REASON);

    private final Set<String> roles;
    private final Set<Right> rights;

    Relation(String roles, Right... rights) {
        this.roles = Set.of(roles.split(" ", -1));
        this.rights = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(rights)));
    }

    /** What follows from it. */
    public Set<Right> rights() {
        return rights;
    }

    /**
     * What is left of it while the use of the case is restricted (GDPR Art. 18): outsiders know that the case exists, and are told why
     * their work on it rests; they read nothing of it.
     */
    Set<Right> resting() {
        if (!restsOnConsent()) {
            return rights;
        }
        var left = EnumSet.of(KNOW, WORK);
        left.retainAll(rights);
        return left;
    }

    /** The roles of those who can stand so to a case. */
    public Set<String> roles() {
        return roles;
    }

    /** It is there because the patient agreed, and goes with the consent. */
    public boolean restsOnConsent() {
        return !BY_LAW.contains(this) && !OF_AUDITORS.contains(this);
    }

    boolean isFor(Set<String> held) {
        return roles.stream().anyMatch(held::contains);
    }

    /** Those that come with cases to list. */
    /** Some are let in as themselves and not as a group; whoever has lost the role for it is in no list any more either. */
    static boolean isLetInByName(Set<String> held) {
        return BY_NAME.stream().anyMatch(relation -> relation.isFor(held));
    }

    static Stream<Relation> byGrant() {
        return Arrays.stream(values()).filter(relation -> !OF_AUDITORS.contains(relation));
    }

    /** What a grant means for the one who holds it; empty where it is not for their role (any more). */
    static Optional<Relation> of(As as, String holder, Person person) {
        var role = holder.contains(":") ? holder.substring(0, holder.indexOf(':')) : "";
        return Optional.ofNullable(
                switch (as) {
                    case HOME -> role.equals("dpo") ? HOME_DPO : HOME_CLINICIAN;
                    case DOMESTIC -> role.equals("sponsor") ? SPONSOR : DOMESTIC;
                    case NETWORK ->
                        switch (role) {
                            case "dispatcher" -> DISPATCHER;
                            case "coordinator" -> COORDINATOR;
                            default -> PANEL_LEAD;
                        };
                    case CO_NETWORK -> CO_NETWORK;
                    case LEAD -> PANEL_LEAD;
                    case INVITED -> INVITED;
                    case PANEL -> PANEL_MEMBER;
                    case FUNDING -> FUNDING_BODY;
                    case CONTROLLER -> NETWORK_CONTROLLER;
                    case WAITING -> WAITING_FOR_CONSENT;
                    case REASON ->
                        person.holds("auditor") ? AUDITOR_WITH_REASON : person.holds("dpo") ? DPO_WITH_REASON : null;
                });
    }
}

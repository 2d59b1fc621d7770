package org.konsil.desk.events;

import org.konsil.access.Person;
import org.konsil.casefile.CaseSummary;
import org.konsil.kernel.Group;

/** Who may report which event of a case: the home clinician each of them, the network's people what is theirs. */
final class Reporters {

    private Reporters() {}

    static boolean may(Person person, CaseEvent event, CaseSummary about) {
        return switch (event) {
            case CONSENT_WITHDRAWN -> isHome(person, about) || person.isIn(new Group("dpo", about.provider()));
            case PATIENT_DIED, RE_OPEN -> isHome(person, about);
            case URGENCY_CHANGED, TRANSFER, DUPLICATE ->
                isHome(person, about) || isOf(person, "dispatcher", about) || isOf(person, "coordinator", about);
            case CONFLICT_FOUND ->
                isHome(person, about) || isOf(person, "coordinator", about) || isOf(person, "lead", about);
            case EXPERT_UNAVAILABLE ->
                isOf(person, "coordinator", about) || isOf(person, "lead", about) || isExpertOnly(person);
        };
    }

    /** An expert of a panel, who reports for nobody else. */
    static boolean isExpertOnly(Person person) {
        return (person.holds("expert") || person.holds("guest"))
                && !person.holds("lead")
                && !person.holds("coordinator");
    }

    static boolean isHome(Person person, CaseSummary about) {
        return person.isIn(new Group("clinician", about.provider()));
    }

    private static boolean isOf(Person person, String role, CaseSummary about) {
        var network = about.network();
        return network != null && person.isIn(new Group(role, network.value()));
    }
}

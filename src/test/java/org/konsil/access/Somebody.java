package org.konsil.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.konsil.kernel.Right;

/** Somebody who comes to the door, and how they stand to the case there. */
record Somebody(String name, String account, List<Relation> relations) {

    static List<Somebody> everybody() {
        return List.of(
                of("nobody", ""),
                of("home clinician", "clinician.fi", Relation.HOME_CLINICIAN),
                of("data protection officer", "dpo.fi", Relation.HOME_DPO),
                of("domestic centre", "centre.fi", Relation.DOMESTIC),
                of("sponsor", "sponsor.fi", Relation.SPONSOR),
                of("dispatcher", "dispatcher.epicare", Relation.DISPATCHER),
                of("coordinator", "coordinator.epicare", Relation.COORDINATOR),
                of("coordinator of a network that helps", "coordinator.ithaca", Relation.CO_NETWORK),
                of("panel lead", "lead.epicare", Relation.PANEL_LEAD),
                of("invited expert", "expert1.epicare", Relation.INVITED),
                of("panel member", "expert2.epicare", Relation.PANEL_MEMBER),
                of("guest on the panel", "guest.uk", Relation.PANEL_MEMBER),
                of("funding body", "funding.fi", Relation.FUNDING_BODY),
                of("network that deals with its copy", "coordinator.rnd", Relation.NETWORK_CONTROLLER),
                of("auditor", "auditor", Relation.AUDITOR),
                of("expert who was let go", "expert3.epicare"),
                of("expert of the network who was not asked", "expert4.epicare"),
                of("clinician elsewhere", "clinician.no"),
                of("data protection officer elsewhere", "dpo.no"),
                of("contact point", "contact.fi"),
                of("coordinator of another network", "coordinator.bond"),
                of("funding body elsewhere", "funding.no"),
                of("process owner", "owner"),
                of("administrator", "admin"));
    }

    Set<Right> rights() {
        var rights = EnumSet.noneOf(Right.class);
        relations.forEach(relation -> rights.addAll(relation.rights()));
        return rights;
    }

    private static Somebody of(String name, String account, Relation... relations) {
        return new Somebody(name, account, Arrays.asList(relations));
    }
}

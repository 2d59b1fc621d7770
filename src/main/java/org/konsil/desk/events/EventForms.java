package org.konsil.desk.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Predicate;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.casefile.CaseFiles;
import org.konsil.forms.Form;
import org.konsil.forms.Forms;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.CaseState;
import org.konsil.panel.Invitation;
import org.konsil.panel.Panel;
import org.konsil.panel.Panels;
import org.konsil.vault.Controller;
import org.springframework.stereotype.Component;

/** The forms behind the events. */
@Component
public class EventForms {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Forms forms;
    private final CaseFiles cases;
    private final Panels panels;
    private final Access access;
    private final OtherPlaces places;

    EventForms(Forms forms, CaseFiles cases, Panels panels, Access access, OtherPlaces places) {
        this.forms = forms;
        this.cases = cases;
        this.panels = panels;
        this.access = access;
        this.places = places;
    }

    /** The form of an event that has one. */
    public Form of(CaseEvent event) {
        return forms.named(event.form());
    }

    /** What the form is opened with. */
    public ObjectNode context(CaseEvent event, CaseId caseId) {
        var context = JSON.objectNode();
        switch (event) {
            case CONFLICT_FOUND -> context.set("expertOptions", members(caseId));
            case EXPERT_UNAVAILABLE -> context.set("dropOutOptions", whoMayDropOut(caseId));
            case TRANSFER -> places.add(context, cases.summary(caseId));
            default -> {}
        }
        return context;
    }

    private ArrayNode members(CaseId caseId) {
        var members = JSON.arrayNode();
        panels.members(caseId).forEach(member -> members.add(option(member)));
        return members;
    }

    /** The experts of the panel of whom this holds: value and label. */
    private ArrayNode experts(CaseId caseId, Predicate<Invitation> which) {
        var experts = JSON.arrayNode();
        panels.invitations(caseId).stream()
                .filter(which)
                .map(Invitation::expert)
                .forEach(expert -> experts.add(option(expert)));
        return experts;
    }

    /** The lead first, where another can be appointed. */
    private ArrayNode whoMayDropOut(CaseId caseId) {
        var people = JSON.arrayNode();
        var isSigned = cases.summary(caseId).state() == CaseState.SIGNING;
        panels.of(caseId)
                .filter(panel -> panel.canLoseLead() && !isSigned)
                .map(Panel::lead)
                .ifPresent(lead -> people.add(option(lead)));
        experts(caseId, Invitation::canDropOut).forEach(people::add);
        return people;
    }

    private ObjectNode option(String user) {
        return JSON.objectNode()
                .put("value", user)
                .put("label", access.person(user).map(Person::displayName).orElse(user));
    }

    ObjectNode accept(CaseEvent event, CaseId caseId, JsonNode sent, Locale reader) {
        var form = of(event);
        var data = sent.isMissingNode() || sent.isNull() ? JSON.objectNode() : sent;
        return form.accept(form.read(data, context(event, caseId)), reader);
    }

    void keep(CaseEvent event, CaseId caseId, JsonNode answers, Actor by) {
        cases.keep(caseId, number(), event.form(), answers, Controller.HOME, by);
    }

    /** A number for answers that belong to no task of the engine: negative, as no task's is. */
    static long number() {
        return -(RANDOM.nextLong() >>> 1) - 1;
    }
}

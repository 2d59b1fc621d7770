package org.konsil.engine.gateway.rest;

import java.io.IOException;
import org.konsil.engine.store.Details;
import org.konsil.engine.store.Searches;
import org.konsil.engine.store.Subject;

/** The models that are deployed, to read. */
final class Models {

    private final Lists lists;
    private final Details details;

    Models(Searches searches) {
        this.lists = new Lists(searches);
        this.details = searches.details();
    }

    void register(Calls calls) {
        var processes = "/v2/process-definitions";
        var decisions = "/v2/decision-definitions";
        var requirements = "/v2/decision-requirements";
        read(calls, "POST", processes + "/search", lists.search(Subject.PROCESS_DEFINITIONS));
        read(calls, "GET", processes + "/{key}", lists.get(Subject.PROCESS_DEFINITIONS, "Process definition", "key"));
        read(calls, "GET", processes + "/{key}/xml", this::processXml);
        read(calls, "GET", processes + "/{key}/form", this::startForm);
        calls.add("POST", processes + "/{key}/statistics/element-instances", this::statistics);
        read(calls, "POST", decisions + "/search", lists.search(Subject.DECISION_DEFINITIONS));
        read(calls, "GET", decisions + "/{key}", lists.get(Subject.DECISION_DEFINITIONS, "Decision definition", "key"));
        read(calls, "GET", decisions + "/{key}/xml", this::decisionXml);
        read(calls, "POST", requirements + "/search", lists.search(Subject.DECISION_REQUIREMENTS));
        read(
                calls,
                "GET",
                requirements + "/{key}",
                lists.get(Subject.DECISION_REQUIREMENTS, "Decision requirements", "key"));
        read(calls, "GET", requirements + "/{key}/xml", this::requirementsXml);
        read(calls, "GET", "/v2/forms/{key}", this::form);
    }

    private static void read(Calls calls, String method, String path, Handler handler) {
        calls.add(Access.MODELERS, method, path, handler);
    }

    private Reply processXml(Call call) {
        long key = call.key("key");
        return xml(details.processXml(key).orElseThrow(() -> Problem.notFound("Process definition", key)));
    }

    private Reply decisionXml(Call call) {
        long key = call.key("key");
        return xml(details.decisionXml(key).orElseThrow(() -> Problem.notFound("Decision definition", key)));
    }

    private Reply requirementsXml(Call call) {
        long key = call.key("key");
        return xml(
                details.decisionRequirementsXml(key).orElseThrow(() -> Problem.notFound("Decision requirements", key)));
    }

    private Reply startForm(Call call) {
        var form = details.startForm(call.key("key"));
        return form.isEmpty() ? Reply.done() : Forms.reply(form.get());
    }

    private Reply form(Call call) {
        long key = call.key("key");
        return Forms.reply(details.form(key).orElseThrow(() -> Problem.notFound("Form", key)));
    }

    private Reply statistics(Call call) throws IOException {
        var filter = call.body().json().path("filter");
        return Reply.ok(new Items(details.statistics().ofDefinition(call.key("key"), filter)));
    }

    private static Reply xml(String text) {
        return Reply.text("text/xml", text);
    }
}

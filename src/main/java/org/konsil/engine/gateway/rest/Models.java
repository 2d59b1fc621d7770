package org.konsil.engine.gateway.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;
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
        var process = "/v2/process-definitions/{processDefinitionKey}";
        listed(calls, "/v2/process-definitions", "processDefinitionKey", Subject.PROCESS_DEFINITIONS);
        read(calls, process + "/xml", xml(Subject.PROCESS_DEFINITIONS, "processDefinitionKey", details::processXml));
        read(calls, process + "/form", this::startForm);
        calls.add("POST", process + "/statistics/element-instances", this::statistics);
        var decision = "decisionDefinitionKey";
        listed(calls, "/v2/decision-definitions", decision, Subject.DECISION_DEFINITIONS);
        read(
                calls,
                "/v2/decision-definitions/{" + decision + "}/xml",
                xml(Subject.DECISION_DEFINITIONS, decision, details::decisionXml));
        var requirements = "decisionRequirementsKey";
        listed(calls, "/v2/decision-requirements", requirements, Subject.DECISION_REQUIREMENTS);
        read(
                calls,
                "/v2/decision-requirements/{" + requirements + "}/xml",
                xml(Subject.DECISION_REQUIREMENTS, requirements, details::decisionRequirementsXml));
        read(calls, "/v2/forms/{formKey}", this::form);
    }

    private void listed(Calls calls, String path, String key, Subject subject) {
        calls.add(Access.MODELERS, "POST", path + "/search", lists.search(subject));
        read(calls, path + "/{" + key + "}", lists.get(subject, key));
    }

    private static void read(Calls calls, String path, Handler handler) {
        calls.add(Access.MODELERS, "GET", path, handler);
    }

    private static Handler xml(Subject subject, String key, LongFunction<Optional<String>> reader) {
        return call -> {
            long wanted = call.key(key);
            return Reply.text(
                    "text/xml",
                    reader.apply(wanted).orElseThrow(() -> Problem.notFound(Lists.called(subject), wanted)));
        };
    }

    private Reply startForm(Call call) {
        long key = call.key("processDefinitionKey");
        lists.one(Subject.PROCESS_DEFINITIONS, key);
        var form = details.startForm(key);
        return form.isEmpty() ? Reply.done() : Forms.reply(form.get());
    }

    private Reply form(Call call) {
        long key = call.key("formKey");
        return Forms.reply(details.form(key).orElseThrow(() -> Problem.notFound("Form", key)));
    }

    private Reply statistics(Call call) throws IOException {
        var filter = call.body().json().path("filter");
        return Reply.ok(new Items(details.statistics().ofDefinition(call.key("processDefinitionKey"), filter)));
    }
}

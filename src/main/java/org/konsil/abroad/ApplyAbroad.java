package org.konsil.abroad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.konsil.kernel.Actor;
import org.konsil.kernel.CaseId;
import org.konsil.process.HumanStep;
import org.konsil.process.HumanTask;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The form {@code abroad-application}: offers the country's routes and their documents, and says what the last attempt lacked. */
@Component
class ApplyAbroad implements HumanStep {

    private final Applications applications;
    private final Ways ways;
    private final MessageSource words;
    private final ObjectMapper json;

    ApplyAbroad(Applications applications, Ways ways, MessageSource words, ObjectMapper json) {
        this.applications = applications;
        this.ways = ways;
        this.words = words;
        this.json = json;
    }

    @Override
    public Set<String> forms() {
        return Set.of("abroad-application");
    }

    @Override
    public ObjectNode prefill(HumanTask task, Actor reader) {
        var caseId = task.caseId();
        var prefill = json.createObjectNode();
        applications.latest(caseId).ifPresent(last -> {
            prefill.setAll((ObjectNode) last.answers().deepCopy());
            prefill.put("missing", said(caseId));
        });
        var routes = ways.routes(caseId);
        var documents = new LinkedHashMap<String, String>();
        routes.keySet().forEach(route -> documents.putAll(ways.documents(caseId, route)));
        options(prefill.putArray("routeOptions"), routes);
        options(prefill.putArray("documentOptions"), documents);
        return prefill;
    }

    private String said(CaseId caseId) {
        var reader = LocaleContextHolder.getLocale();
        if (!applications.isRouteOpen(caseId)) {
            return words.getMessage("abroad.route-closed", null, reader);
        }
        var missing = applications.missing(caseId);
        return missing.isEmpty()
                ? words.getMessage("abroad.made-before", null, reader)
                : words.getMessage("abroad.missing", new Object[] {String.join("; ", missing)}, reader);
    }

    private static void options(ArrayNode options, Map<String, String> labels) {
        labels.forEach((value, label) -> options.addObject().put("value", value).put("label", label));
    }

    @Override
    public Map<String, Object> answered(HumanTask task, JsonNode answers, Actor by) {
        return Map.of();
    }
}

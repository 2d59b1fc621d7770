package org.konsil.consent;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.konsil.casefile.CaseFiles;
import org.konsil.directory.Directory;
import org.konsil.kernel.CaseId;
import org.konsil.rules.Rules;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the form {@code record-consent} opens with: what was recorded last, whom it may name, and who has to sign by law. */
@Component
public class ConsentPrefill {

    private static final String DECIDERS = "who-decides";

    private final CaseFiles cases;
    private final Directory directory;
    private final Rules rules;
    private final ConsentFacts facts;
    private final ObjectMapper json;

    ConsentPrefill(CaseFiles cases, Directory directory, Rules rules, ConsentFacts facts, ObjectMapper json) {
        this.cases = cases;
        this.directory = directory;
        this.rules = rules;
        this.facts = facts;
        this.json = json;
    }

    /** The form's answers as JSON, with the options that it offers. */
    public ObjectNode of(CaseId caseId) {
        var prefill = json.createObjectNode();
        cases.latest(caseId, "record-consent")
                .ifPresentOrElse(
                        last -> prefill.setAll((ObjectNode) last.answers().deepCopy()),
                        () -> prefill.set("signatories", signatories(caseId)));
        var networks = prefill.putArray("networkOptions");
        directory.networks().forEach(it -> option(networks, it.id().value(), it.name() + " (" + it.area() + ")"));
        var guests = prefill.putArray("guestOptions");
        var reader = LocaleContextHolder.getLocale();
        directory
                .guests()
                .forEach(it -> option(
                        guests, it.userId(), it.name() + ", " + it.country().name(reader)));
        return prefill;
    }

    /** One row for each who decides by law at this age in this country; an empty one where no age is known. */
    private ArrayNode signatories(CaseId caseId) {
        var decides =
                rules.decide(DECIDERS, facts.about(caseId, DECIDERS)).map().get("decides");
        var relations =
                switch (String.valueOf(decides)) {
                    case "patient" -> List.of("patient");
                    case "guardians" -> List.of("guardian");
                    case "both" -> List.of("patient", "guardian");
                    default -> List.<String>of();
                };
        var rows = json.createArrayNode();
        relations.forEach(relation -> rows.addObject().put("relation", relation));
        if (relations.isEmpty()) {
            rows.addObject();
        }
        return rows;
    }

    private static void option(ArrayNode options, String value, String label) {
        options.addObject().put("value", value).put("label", label);
    }
}

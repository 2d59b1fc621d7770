package org.konsil.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the people of a story answer, form by form; what a script leaves out is filled in from the form's schema. */
@FunctionalInterface
public interface Script {

    /** The answer of somebody who does not answer: the work stays open. */
    Map<String, Object> NOTHING = Map.of("", "");

    Map<String, Object> answer(Asked asked);

    /** Everybody agrees, nothing is missing: the straight way to ADVISED. */
    static Script straight() {
        return asked -> switch (asked.formId()) {
            case "convene-panel" -> experts(asked, asked.number("quorumAdvised") - helping(asked));
            case "replace-experts" -> experts(asked, asked.number("quorum") - asked.number("accepted"));
            case "abroad-application" ->
                Map.of("applicationStep", "apply", "documents", asked.options("documentOptions"));
            default -> Usual.ANSWERS.getOrDefault(asked.formId(), Map.of());
        };
    }

    /** How many networks help: each brings an expert at least. */
    private static int helping(Asked asked) {
        var names = asked.data().path("contributing").asText();
        return names.isEmpty() ? 0 : names.split(", ", -1).length;
    }

    /** Three, or as many as the panel's rule wants, and one more where that is many: the lead may be among them. */
    private static Map<String, Object> experts(Asked asked, int wanted) {
        return Map.of(
                "experts",
                asked.options("expertOptions").stream()
                        .limit(wanted > 3 ? wanted + 1 : 3)
                        .toList());
    }

    /** This script, but other answers where something holds. */
    default Script but(Predicate<Asked> where, Function<Asked, Map<String, Object>> answers) {
        return asked -> where.test(asked) ? changed(answer(asked), answers.apply(asked)) : answer(asked);
    }

    /** This script, but other answers for one form, each time. */
    default Script but(String form, Map<String, Object> answers) {
        return but(asked -> asked.formId().equals(form), asked -> answers);
    }

    /** This script, but other answers for one form at one time, counted from 0. */
    default Script but(String form, int time, Map<String, Object> answers) {
        return but(asked -> asked.formId().equals(form) && asked.times() == time, asked -> answers);
    }

    /** This script, but other answers for one form from one person. */
    default Script but(String form, String person, Map<String, Object> answers) {
        return but(asked -> asked.formId().equals(form) && asked.account().equals(person), asked -> answers);
    }

    private static Map<String, Object> changed(Map<String, Object> usual, Map<String, Object> answers) {
        if (answers == NOTHING) {
            return NOTHING;
        }
        var changed = new HashMap<>(usual);
        changed.putAll(answers);
        return changed;
    }

    /** Rows with one field each. */
    static List<Map<String, Object>> rows(String field, String... values) {
        return List.of(values).stream()
                .map(value -> Map.<String, Object>of(field, value))
                .toList();
    }
}

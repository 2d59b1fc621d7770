package org.konsil.desk.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;

/**
 * What an expert has to know of a case to give an opinion, and no more.
 *
 * @param question code of the form {@code register-case}; empty if none was given
 * @param asked the question in the home clinician's words; empty if none were given
 * @param summary in the panel's language where there is one
 * @param diseases suspected or confirmed
 * @param present findings that are there, and absent: that were looked for
 * @param genes gene and variant
 */
record Digest(
        String question,
        String asked,
        String summary,
        List<String> diseases,
        List<String> present,
        List<String> absent,
        List<String> genes,
        String treatment) {

    Digest {
        diseases = List.copyOf(diseases);
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        genes = List.copyOf(genes);
    }

    /** Of the case as registered, with terms named in the reader's language. */
    static Digest of(JsonNode clinical, Terminology terminology, Locale reader) {
        var translated = text(clinical, "panelSummary");
        return new Digest(
                text(clinical, "question"),
                text(clinical, "questionText"),
                translated.isBlank() ? text(clinical, "clinicalSummary") : translated,
                each(clinical.path("diseases"))
                        .map(it -> name(it, terminology, reader))
                        .toList(),
                findings(clinical, true, terminology, reader),
                findings(clinical, false, terminology, reader),
                each(clinical.path("genes"))
                        .map(it -> (text(it, "gene") + " " + text(it, "variant")).strip())
                        .filter(it -> !it.isEmpty())
                        .toList(),
                text(clinical, "currentTreatment"));
    }

    private static List<String> findings(JsonNode clinical, boolean there, Terminology terminology, Locale reader) {
        return each(clinical.path("phenotypes"))
                .filter(it -> text(it, "presence").equals("absent") != there)
                .map(it -> name(it, terminology, reader))
                .toList();
    }

    private static String name(JsonNode coded, Terminology terminology, Locale reader) {
        var code = text(coded, "code");
        var label = text(coded, "label");
        if (code.isEmpty() || !isCode(code)) {
            return label.isEmpty() ? code : label;
        }
        return terminology.term(Code.parse(code), reader).map(Term::label).orElse(label.isEmpty() ? code : label);
    }

    private static boolean isCode(String text) {
        try {
            return Code.parse(text).isWellFormed();
        } catch (MalformedCode e) {
            return false;
        }
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static String text(JsonNode of, String key) {
        return of.path(key).asText("");
    }
}

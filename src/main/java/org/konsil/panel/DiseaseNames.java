package org.konsil.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.konsil.terminology.Code;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the diseases are called that opinions name, in the reader's language. */
@Component
public class DiseaseNames {

    private final Terminology terminology;

    DiseaseNames(Terminology terminology) {
        this.terminology = terminology;
    }

    /** By code; what is not loaded is not in it. */
    public Map<String, String> of(List<Opinions.Opinion> opinions) {
        var names = new HashMap<String, String>();
        for (var opinion : opinions) {
            opinion.content()
                    .path("differential")
                    .forEach(it -> add(names, it.path("code").asText("")));
        }
        return names;
    }

    private void add(Map<String, String> names, String code) {
        try {
            terminology
                    .term(Code.parse(code), LocaleContextHolder.getLocale())
                    .map(Term::label)
                    .ifPresent(label -> names.put(code, label));
        } catch (MalformedCode e) {
            // what is no code is shown as it was written
        }
    }
}

package org.konsil.advice;

import org.konsil.terminology.Code;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.stereotype.Component;

/** What the diagnosis of an outcome is called. */
@Component
public class DiagnosisNames {

    private final Terminology terminology;

    DiagnosisNames(Terminology terminology) {
        this.terminology = terminology;
    }

    /** The code and, where the terminology knows it, its label; empty if the panel reached none. */
    public String of(Outcome outcome) {
        var code = outcome.diagnosis();
        return code.isBlank()
                ? ""
                : terminology
                        .term(Code.parse(code))
                        .map(Term::label)
                        .map(label -> label + ", " + code)
                        .orElse(code);
    }
}

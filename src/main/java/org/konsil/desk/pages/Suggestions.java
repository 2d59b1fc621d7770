package org.konsil.desk.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.konsil.casefile.CaseSummary;
import org.konsil.routing.Reason;
import org.konsil.routing.Routings;
import org.konsil.terminology.Code;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The networks that the rules suggest for a case, with their reasons in words. */
@Component
class Suggestions {

    /** A network that was suggested, why, and whether it is the one. */
    record Suggested(String name, List<String> reasons, boolean chosen) {}

    private final Routings routings;
    private final Terminology terminology;
    private final Names names;
    private final MessageSource messages;

    Suggestions(Routings routings, Terminology terminology, Names names, MessageSource messages) {
        this.routings = routings;
        this.terminology = terminology;
        this.names = names;
        this.messages = messages;
    }

    /** Best first, of the last search; empty before there was one. */
    List<Suggested> of(CaseSummary about, Locale reader) {
        var rounds = routings.of(about.caseId());
        return rounds.isEmpty()
                ? List.of()
                : rounds.getLast().ranking().suggestions().stream()
                        .map(one -> new Suggested(
                                String.valueOf(names.network(one.network())),
                                one.reasons().stream()
                                        .map(reason -> words(reason, reader))
                                        .distinct()
                                        .toList(),
                                one.network().equals(about.network())))
                        .toList();
    }

    private String words(Reason reason, Locale reader) {
        var behind = new Object[] {label(reason.because())};
        return messages.getMessage("routing.reason." + reason.code(), behind, reader);
    }

    private String label(@Nullable String code) {
        return code == null
                ? ""
                : terminology.term(Code.parse(code)).map(Term::label).orElse(code);
    }
}

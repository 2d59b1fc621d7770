package org.konsil.panel.expertise;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.konsil.terminology.Code;
import org.konsil.terminology.Hit;
import org.konsil.terminology.MalformedCode;
import org.konsil.terminology.Term;
import org.konsil.terminology.Terminology;
import org.springframework.stereotype.Component;

/** The branches of Orphanet's classification on which somebody can work: its heads, and the groups that tell networks apart. */
@Component
class Branches {

    /** @param code the ORPHAcode, without prefix */
    record Branch(String code, String name) {}

    private final Terminology terminology;

    Branches(Terminology terminology) {
        this.terminology = terminology;
    }

    /** By name, in the reader's language where there is a name in it. */
    List<Branch> all(Locale reader) {
        return terminology.heads().stream()
                .map(head -> new Branch(
                        head.value(),
                        terminology.term(head, reader).map(Term::label).orElse(head.toString())))
                .sorted(Comparator.comparing(Branch::name, Collator.getInstance(reader)))
                .toList();
    }

    boolean areAll(Set<String> codes) {
        return codes().containsAll(codes);
    }

    /**
     * Those above a disease that somebody names.
     *
     * @param typed its code or its name
     * @throws ExpertiseRefused if it is not known, not the only one of this name, or stands below no branch
     */
    Set<String> above(String typed, Locale reader) {
        var code = code(typed.strip(), reader);
        if (codes().contains(code.value())) {
            return Set.of(code.value());
        }
        var above = terminology.headsOf(code).stream().map(Code::value).collect(Collectors.toSet());
        if (above.isEmpty()) {
            throw ExpertiseRefused.disease();
        }
        return above;
    }

    private Set<String> codes() {
        return terminology.heads().stream().map(Code::value).collect(Collectors.toSet());
    }

    private Code code(String typed, Locale reader) {
        try {
            return Code.parse(typed);
        } catch (MalformedCode e) {
            return named(typed, terminology.search(Code.ORPHA, typed, 2, reader));
        }
    }

    /** The whole name of one, or words that only one has. */
    private static Code named(String typed, List<Hit> found) {
        return found.stream()
                .filter(hit -> found.size() == 1
                        || hit.label().equalsIgnoreCase(typed)
                        || hit.matched().equalsIgnoreCase(typed)
                        || hit.english().equalsIgnoreCase(typed))
                .findFirst()
                .map(Hit::code)
                .orElseThrow(ExpertiseRefused::disease);
    }
}

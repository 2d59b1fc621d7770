package org.konsil.desk.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;

/** What a person has to look at before the case can go on undisturbed. */
@Component
public class Flags {

    /** The papers say that the patient has died, and nobody has confirmed it. */
    public static final String DEATH = "death-needs-confirmation";

    /** Some codes are not in the terminology loaded here. */
    public static final String CODES = "unknown-codes";

    /** The form that settles {@link #DEATH}. */
    public static final String DEATH_FORM = "confirm-death";

    private final CaseFiles cases;

    Flags(CaseFiles cases) {
        this.cases = cases;
    }

    /** The flags of a case. @param unknownCodes the codes behind {@link #CODES} */
    public record Raised(List<String> flags, List<String> unknownCodes) {

        public boolean has(String flag) {
            return flags.contains(flag);
        }
    }

    public Raised of(CaseSummary about) {
        try {
            return of(about, cases.clinical(about.caseId()));
        } catch (ContentErased e) {
            return new Raised(List.of(), List.of());
        }
    }

    private Raised of(CaseSummary about, JsonNode clinical) {
        var flags = new ArrayList<String>();
        var codes = StreamSupport.stream(clinical.path("unknownCodes").spliterator(), false)
                .map(JsonNode::asText)
                .distinct()
                .toList();
        if (clinical.path("vitalStatus").asText().equals("deceased")
                && !about.state().isOver()
                && cases.latest(about.caseId(), DEATH_FORM).isEmpty()) {
            flags.add(DEATH);
        }
        if (!codes.isEmpty()) {
            flags.add(CODES);
        }
        return new Raised(flags, codes);
    }
}

package org.konsil.desk.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konsil.casefile.CaseFiles;
import org.konsil.casefile.CaseSummary;
import org.konsil.casefile.PatientIdentities;
import org.konsil.casefile.Submission;
import org.konsil.directory.Directory;
import org.konsil.directory.Provider;
import org.konsil.forms.Forms;
import org.konsil.forms.UnknownForm;
import org.konsil.kernel.Right;
import org.konsil.vault.ContentErased;
import org.springframework.stereotype.Component;

/** The case in the words of those who wrote it: what was registered, and what was filled in since. */
@Component
public class Papers {

    /** From this age on months say nothing more to a reader. */
    private static final int A_YEAR_COUNTS = 3;

    private final CaseFiles cases;
    private final PatientIdentities identities;
    private final Directory directory;
    private final Forms forms;

    Papers(CaseFiles cases, PatientIdentities identities, Directory directory, Forms forms) {
        this.cases = cases;
        this.identities = identities;
        this.directory = directory;
        this.forms = forms;
    }

    /** What was registered, with the patient's identity for those who may see it; empty if it is not for this reader, or erased. */
    public Optional<Readable> registered(Opened opened, Locale reader) {
        if (!opened.may(Right.READ_CLINICAL)) {
            return Optional.empty();
        }
        try {
            var content = (ObjectNode) cases.clinical(opened.caseId()).deepCopy();
            content.put("pseudonym", opened.about().pseudonym());
            if (content.path("ageYears").asDouble() >= A_YEAR_COUNTS) {
                content.put("ageYears", content.path("ageYears").intValue());
            }
            if (opened.may(Right.READ_IDENTITY)) {
                content.setAll((ObjectNode) identities.of(opened.caseId()).deepCopy());
            }
            return Optional.of(readable("register-case", named(content, opened.about(), reader), reader));
        } catch (ContentErased e) {
            return Optional.empty();
        }
    }

    /** What was filled in since, as far as it is for this reader, oldest first. */
    public List<Paper> filledIn(Opened opened, Locale reader) {
        var papers = new ArrayList<Paper>();
        for (var form : Audience.forms(opened.rights())) {
            try {
                cases.submissions(opened.caseId(), form).forEach(each -> papers.add(paper(each, reader)));
            } catch (ContentErased | UnknownForm e) {
                // erased content and forms that are no more leave a gap here; the history still tells of them
            }
        }
        papers.sort(Comparator.comparing(Paper::at));
        return papers;
    }

    private Paper paper(Submission given, Locale reader) {
        return new Paper(
                given.formId(), given.by().userId(), given.at(), readable(given.formId(), given.answers(), reader));
    }

    private Readable readable(String formId, JsonNode content, Locale reader) {
        var form = forms.named(formId);
        return Readable.of(form.view(form.start(content), List.of(), reader));
    }

    /** The options behind the codes of hospital and country, so that their names are shown. */
    private ObjectNode named(ObjectNode content, CaseSummary about, Locale reader) {
        var provider = about.provider();
        content.putArray("providers")
                .addObject()
                .put("value", provider)
                .put("label", directory.provider(provider).map(Provider::name).orElse(provider));
        content.putArray("countries")
                .addObject()
                .put("value", about.country().code())
                .put("label", about.country().name(reader));
        return content;
    }
}

package org.konsil.desk.dossier;

import java.util.Locale;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.springframework.stereotype.Service;

/** Opens cases for readers: the one way by which pages and calls of this module come to a case. */
@Service
public class Dossiers {

    private final Access access;
    private final CaseFiles cases;
    private final Audit audit;

    Dossiers(Access access, CaseFiles cases, Audit audit) {
        this.access = access;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * Opens a case for whoever asks now.
     *
     * @throws org.konsil.access.UnknownCase if there is none, or none that this reader may know of
     */
    public Opened open(CaseId caseId) {
        var reader = access.current();
        var isAuditor = !access.maySee(reader, caseId) && reader.holds("auditor");
        if (!isAuditor) {
            access.requireSee(reader, caseId);
        }
        var about = cases.summary(caseId);
        var sight = isAuditor ? Sight.WATCHING : Sight.of(reader, about);
        audit.recordApart(entry(reader, caseId, sight));
        return new Opened(about, reader, sight);
    }

    private static Entry entry(Person reader, CaseId caseId, Sight sight) {
        return Entry.done(reader.actor(), "case-read", caseId)
                .with("sight", sight.name().toLowerCase(Locale.ROOT));
    }
}

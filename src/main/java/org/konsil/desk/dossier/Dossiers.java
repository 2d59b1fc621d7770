package org.konsil.desk.dossier;

import java.util.Optional;
import java.util.Set;
import org.konsil.access.Access;
import org.konsil.access.Person;
import org.konsil.audit.Audit;
import org.konsil.audit.Entry;
import org.konsil.casefile.CaseFiles;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Right;
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
        access.require(reader, caseId, Right.KNOW);
        var about = cases.summary(caseId);
        var rights = access.rights(reader, caseId);
        audit.recordApart(entry(reader, caseId, rights));
        return new Opened(about, reader, rights);
    }

    /** Opens it unless the reader has just lost it. */
    public Optional<Opened> openIfStill(CaseId caseId) {
        return access.may(access.current(), caseId, Right.KNOW) ? Optional.of(open(caseId)) : Optional.empty();
    }

    /** With how much of it was open to the reader: the identity, the pseudonymised case, or only that and how it goes on. */
    private static Entry entry(Person reader, CaseId caseId, Set<Right> rights) {
        var sight = rights.contains(Right.READ_CLINICAL)
                ? rights.contains(Right.READ_IDENTITY) ? "home" : "involved"
                : "watching";
        return Entry.done(reader.actor(), "case-read", caseId).with("sight", sight);
    }
}

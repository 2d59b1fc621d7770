package org.konsil.casefile;

import java.util.List;
import org.konsil.access.Person;

/** Finds cases of one's own hospital by what only the hospital knows them by. */
public interface CaseSearch {

    /**
     * The cases with exactly this pseudonym or record number; capitals, blanks and hyphens do not matter. Only those of the reader's own
     * home provider, and only while the reader may see them. Looking leaves an entry in the history, without the text.
     */
    List<CaseSummary> search(String text, Person reader);
}

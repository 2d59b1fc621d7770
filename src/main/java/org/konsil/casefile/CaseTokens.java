package org.konsil.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.konsil.kernel.CaseId;
import org.konsil.terminology.MalformedCode;

/**
 * Finds cases by keyed hashes, so that lists can be narrowed without the words standing open in any table. It says nothing of who may know
 * of a case: whoever uses it asks that besides.
 */
public interface CaseTokens {

    /** The cases with exactly this pseudonym, whoever may know of them; capitals, blanks and hyphens do not matter. */
    List<CaseId> named(String pseudonym);

    /**
     * As {@code case_disease.token} holds them.
     *
     * @param code as a compact identifier, {@code ORPHA:558}
     * @throws MalformedCode if it is none
     */
    Set<String> ofDisease(String code);

    /**
     * Which of these cases have a disease on one of these branches of Orphanet's classification. That one does is clinical.
     *
     * @param heads the branches' ORPHAcodes, without prefix
     */
    Set<CaseId> onBranches(Collection<CaseId> among, Collection<String> heads);
}

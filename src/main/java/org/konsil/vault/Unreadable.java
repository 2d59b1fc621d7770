package org.konsil.vault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.konsil.kernel.CaseId;
import org.konsil.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cases that somebody who goes through many had to pass over, because what is sealed of them does not open now: damaged, erased, or
 * under a key that nobody knows. Each is said once, by its number, until it can be read again. A database that does not answer is
 * no such thing and ends the round.
 */
public final class Unreadable {

    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);

    private final String work;
    private final Set<CaseId> said = ConcurrentHashMap.newKeySet();

    /** @param work what is not done for those cases, as the log shall call it */
    public Unreadable(String work) {
        this.work = work;
    }

    /**
     * Does this for the case, or passes it over.
     *
     * @return whether it was done
     */
    public boolean attempt(CaseId caseId, Runnable task) {
        try {
            task.run();
            said.remove(caseId);
            return true;
        } catch (Refusal | SealBroken | MasterKeyUnusable e) {
            if (said.add(caseId)) {
                // the exception's words are left out: they might repeat what was read
                LOG.warn(
                        "Case {} is passed over ({}): it cannot be read now, {}",
                        caseId,
                        work,
                        e.getClass().getSimpleName());
            }
            return false;
        }
    }

    /** Those that were passed over when they were last tried. */
    public Set<CaseId> cases() {
        return Set.copyOf(said);
    }
}

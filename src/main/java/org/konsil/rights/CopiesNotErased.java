package org.konsil.rights;

import org.konsil.desk.events.CopiesKept;
import org.konsil.kernel.CaseId;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** A copy is given up in the moment in which its erasure is granted: the key is destroyed a little later, and nothing calls that off. */
@Component
class CopiesNotErased implements CopiesKept {

    private final PartRows parts;
    private final Vault vault;

    CopiesNotErased(PartRows parts, Vault vault) {
        this.parts = parts;
        this.vault = vault;
    }

    @Override
    public boolean isKept(CaseId caseId, Controller controller) {
        return !vault.isDestroyed(caseId, controller)
                && parts.of(caseId).stream().noneMatch(part -> part.controller() == controller && part.isErasing());
    }
}

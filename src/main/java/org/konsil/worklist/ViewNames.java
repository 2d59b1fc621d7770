package org.konsil.worklist;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konsil.kernel.CaseId;
import org.konsil.vault.ContentErased;
import org.konsil.vault.Controller;
import org.konsil.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals what people call their views. A view is nobody's case: its name has a key of its own, as if it were one. */
@Component
class ViewNames {

    /** Characters at most. */
    static final int LONGEST = 60;

    private static final String PLACE = "queue_view.name";
    private static final String SCOPE = "queue-views";

    private final Vault vault;

    ViewNames(Vault vault) {
        this.vault = vault;
    }

    byte @Nullable [] seal(UUID view, String name) {
        return name.isEmpty() ? null : vault.seal(new CaseId(view), Controller.HOME, PLACE, name);
    }

    /** Empty where it has none, or none that can be read any more. */
    String open(UUID view, byte @Nullable [] sealed) {
        if (sealed == null) {
            return "";
        }
        try {
            return vault.open(new CaseId(view), Controller.HOME, PLACE, sealed);
        } catch (ContentErased erased) {
            return "";
        }
    }

    /** By which one person's names are told apart; capitals make no difference. */
    @Nullable
    String hash(String owner, String name) {
        return name.isEmpty() ? null : vault.fingerprint(SCOPE, owner + " " + name.toLowerCase(Locale.ROOT));
    }

    /** @throws ItemRefused (422) if it is too long */
    static String tidy(String typed) {
        var name = typed.strip().replaceAll("\\s+", " ");
        if (name.length() > LONGEST) {
            throw ItemRefused.nameTooLong(LONGEST);
        }
        return name;
    }
}

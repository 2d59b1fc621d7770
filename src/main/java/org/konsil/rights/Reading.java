package org.konsil.rights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.konsil.access.Grants;
import org.konsil.vault.Controller;

/**
 * That somebody saw something of a case, once or several times on a day.
 *
 * @param action of the history: {@code case-read}, {@code attachment-read}
 * @param as the right by which it was open to them; null for auditors, who see nothing clinical
 * @param consentVersion of the consent that was in force then; 0 where none was
 * @param basis code of the consent's scope, or {@code own-record}, {@code oversight}
 */
record Reading(
        Instant first,
        Instant last,
        int times,
        String userId,
        String name,
        String action,
        Grants.@Nullable As as,
        int consentVersion,
        String basis,
        Controller controller) {

    public String asCode() {
        return as == null
                ? "oversight"
                : as.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String controllerCode() {
        return controller == Controller.HOME ? "home" : "network";
    }

    boolean isLike(Reading other) {
        return userId.equals(other.userId)
                && action.equals(other.action)
                && as == other.as
                && consentVersion == other.consentVersion;
    }

    Reading and(Reading later) {
        return new Reading(
                first, later.last, times + later.times, userId, name, action, as, consentVersion, basis, controller);
    }
}

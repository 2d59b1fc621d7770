package org.konsil.consent;

/**
 * Who signed, without names.
 *
 * @param patient the patient, or the legal representative of an adult
 * @param guardians how many parents or guardians
 * @param guardiansNeeded how many have to, as the home clinician states: one or two
 * @param assent of a minor: given, not-able, refused or none
 * @param minorDecides the minor was found mature enough to decide alone
 */
public record Signed(boolean patient, int guardians, int guardiansNeeded, String assent, boolean minorDecides) {

    public boolean byEnoughGuardians() {
        return guardians >= Math.max(1, guardiansNeeded);
    }
}

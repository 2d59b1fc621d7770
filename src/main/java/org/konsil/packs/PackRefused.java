package org.konsil.packs;

import java.time.LocalDate;
import org.konsil.kernel.Country;
import org.konsil.kernel.Refusal;

/** The case cannot go by the rules of that day. */
public class PackRefused extends Refusal {

    private PackRefused(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** Only the case's home clinicians may. */
    public static PackRefused notYours() {
        return new PackRefused(Kind.FORBIDDEN, "pack-not-yours", "Not a home clinician of the case");
    }

    static PackRefused notYourPack(Country country) {
        return new PackRefused(
                Kind.FORBIDDEN, "pack-of-another-owner", "Another owner's pack: " + country, country.code());
    }

    static PackRefused over() {
        return new PackRefused(Kind.CONFLICT, "pack-case-over", "The case is over");
    }

    static PackRefused day(LocalDate day, LocalDate before) {
        return new PackRefused(
                Kind.CONFLICT, "pack-day", "The rules of " + day + " cannot follow those of " + before, day, before);
    }
}

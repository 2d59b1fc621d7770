package org.konsil.directory;

import java.util.Optional;
import org.konsil.kernel.Country;
import org.konsil.kernel.Group;

/**
 * Who sends a case to a network on behalf of the patient's country.
 *
 * @param group who does it: {@code sponsor:<provider>} or {@code contact:<country>}
 */
public record Sponsor(Kind kind, Group group) {

    private static final String ROLE = "sponsor";

    /** In what right. */
    public enum Kind {
        /** The patient's own hospital is itself a member or partner. */
        SELF,
        /** A full member in the patient's country. */
        MEMBER,
        /** An affiliated partner in the patient's country. */
        AFFILIATED,
        /** The country has neither: its national contact point of the Board of Member States. */
        CONTACT_POINT
    }

    static Sponsor provider(Kind kind, String providerId) {
        return new Sponsor(kind, new Group(ROLE, providerId));
    }

    static Sponsor contactPoint(Country country) {
        return new Sponsor(Kind.CONTACT_POINT, new Group("contact", country.code()));
    }

    /** The sponsoring provider; empty where the contact point steps in. */
    public Optional<String> providerId() {
        return kind == Kind.CONTACT_POINT ? Optional.empty() : Optional.of(group.scope());
    }
}

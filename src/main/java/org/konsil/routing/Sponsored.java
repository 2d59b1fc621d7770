package org.konsil.routing;

import java.util.Locale;
import org.konsil.directory.Sponsor;

/** Who asks the network: self, member, affiliated or contact-point, and their group. */
public record Sponsored(String sponsorKind, String sponsorGroup) {

    static Sponsored by(Sponsor sponsor) {
        var kind = sponsor.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Sponsored(kind, sponsor.group().toString());
    }
}
